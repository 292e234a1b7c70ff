import { Title, useTranslate } from 'react-admin';
import { AuditorPanel } from './auditor-panel.js';

/** The panel as a screen of its own. */
export function AuditorView() {
  const translate = useTranslate();
  return (
    <>
      <Title title={translate('domicile.auditor.title')} />
      <AuditorPanel />
    </>
  );
}
