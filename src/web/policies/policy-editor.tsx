import { useEffect, useRef } from 'react';
import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { Compartment, EditorState, type Extension, type Text } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useTheme, type Theme } from '@mui/material';
import { completePolicy } from './complete-policy.js';
import { type PolicyLanguage } from './policy-language.js';
import { type PolicyProblem } from './policy-problem.js';

export interface PolicyEditorProps {
  readonly value: string;
  readonly label: string;
  /** Id of what tells how to leave it. */
  readonly describedBy: string;
  readonly readOnly: boolean;
  /** Absent while they are not known of the text as it is: the marks of before move with it. */
  readonly problems: readonly PolicyProblem[] | undefined;
  readonly language: PolicyLanguage | undefined;
  /** A place to go to; a new object goes there again. */
  readonly place: { readonly line: number; readonly column: number } | undefined;
  readonly onChange: (value: string) => void;
}

/** The text of a policy with line numbers, colours, completion and marks at its problems. Escape and then Tab leaves it. */
export function PolicyEditor({ value, label, describedBy, readOnly, problems, language, place, onChange }: PolicyEditorProps) {
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const parts = useRef({ look: new Compartment(), completion: new Compartment(), writing: new Compartment() });
  const changed = useRef(onChange);
  changed.current = onChange;
  const theme = useTheme();

  useEffect(() => {
    if (holder.current === null) return undefined;
    const { look, completion, writing } = parts.current;
    view.current = new EditorView({ parent: holder.current, state: EditorState.create({ doc: value, extensions: [...always(label, describedBy, (text) => changed.current(text)), look.of([]), completion.of([]), writing.of([])] }) });
    return () => view.current?.destroy();
    // Made once; what changes later is told to it below.
  }, []);
  useEffect(() => {
    const standing = view.current?.state.doc.toString();
    if (standing !== undefined && standing !== value) view.current?.dispatch({ changes: { from: 0, to: standing.length, insert: value } });
  }, [value]);
  useEffect(() => view.current?.dispatch({ effects: parts.current.look.reconfigure(lookOf(theme)) }), [theme]);
  useEffect(() => view.current?.dispatch({ effects: parts.current.writing.reconfigure(EditorState.readOnly.of(readOnly)) }), [readOnly]);
  useEffect(() => view.current?.dispatch({ effects: parts.current.completion.reconfigure(language === undefined ? [] : autocompletion({ override: [completePolicy(language)], icons: false })) }), [language]);
  useEffect(() => {
    if (view.current === undefined || problems === undefined) return;
    const { state } = view.current;
    view.current.dispatch(setDiagnostics(state, problems.map((problem) => diagnosticOf(state.doc, problem))));
  }, [problems]);
  useEffect(() => {
    if (view.current === undefined || place === undefined) return;
    const at = offsetOf(view.current.state.doc, place);
    view.current.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    view.current.focus();
  }, [place]);
  return <div ref={holder} />;
}

function always(label: string, describedBy: string, onText: (text: string) => void): readonly Extension[] {
  return [
    lineNumbers(),
    lintGutter(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    indentOnInput(),
    bracketMatching(),
    indentUnit.of('  '),
    EditorState.tabSize.of(2),
    EditorView.lineWrapping,
    yaml(),
    keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, ...lintKeymap, indentWithTab]),
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': describedBy, spellcheck: 'false', tabindex: '0' }),
    EditorView.updateListener.of((update) => (update.docChanged ? onText(update.state.doc.toString()) : undefined)),
  ];
}

function lookOf({ palette }: Theme): Extension {
  const style = HighlightStyle.define([
    { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: palette.primary.main, fontWeight: '600' },
    { tag: [tags.string, tags.special(tags.string)], color: palette.success.main },
    { tag: [tags.comment, tags.lineComment], color: palette.text.secondary, fontStyle: 'italic' },
    { tag: [tags.keyword, tags.bool, tags.null, tags.number, tags.attributeValue], color: palette.info.main },
    { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: palette.text.secondary },
  ]);
  const look = EditorView.theme(
    {
      '&': { color: palette.text.primary, backgroundColor: palette.background.paper, border: `1px solid ${palette.text.secondary}`, borderRadius: '6px', fontSize: '0.875rem' },
      '&.cm-focused': { outline: '3px solid #e39a1f', outlineOffset: '1px' },
      '.cm-scroller': { fontFamily: 'ui-monospace, "JetBrains Mono", Menlo, Consolas, monospace', minHeight: '18rem', maxHeight: '60vh', overflow: 'auto' },
      '.cm-gutters': { backgroundColor: palette.background.paper, color: palette.text.secondary, border: 'none' },
      '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: palette.action.hover },
      '.cm-cursor': { borderLeftColor: palette.text.primary },
      '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: palette.action.focus },
      '.cm-tooltip': { backgroundColor: palette.background.paper, color: palette.text.primary, border: `1px solid ${palette.text.secondary}` },
      '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: palette.primary.main, color: palette.primary.contrastText },
      '.cm-completionDetail': { color: 'inherit' },
    },
    { dark: palette.mode === 'dark' },
  );
  return [look, syntaxHighlighting(style)];
}

function offsetOf(text: Text, { line, column }: { readonly line: number; readonly column: number }): number {
  const found = text.line(Math.min(Math.max(1, line), text.lines));
  return Math.min(found.from + Math.max(0, column - 1), found.to);
}

/** From the place to the end of its word. */
function diagnosticOf(text: Text, { line, column, message }: PolicyProblem): Diagnostic {
  const from = offsetOf(text, { line, column });
  const word = /^[\w.-]+/.exec(text.sliceString(from, from + 100))?.[0].length ?? 1;
  return { from, to: Math.min(from + word, text.length), severity: 'error', message };
}
