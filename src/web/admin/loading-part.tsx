import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

/** In place of a part that is as high as the screen or higher, so that what stands below is not pushed out of sight when it comes. */
export function LoadingPart() {
  return <Typography role="status" color="text.secondary" sx={{ minHeight: '100vh' }}>{useTranslate()('domicile.sign_in.loading')}</Typography>;
}
