import { type Language } from './language-of.js';
import { grammars } from './lex/grammar.js';
import { lexJavascript } from './lex/lex-javascript.js';
import { lexSettings } from './lex/lex-settings.js';
import { lexText } from './lex/lex-text.js';
import { type Token } from './lex/token.js';

/** A text taken apart as its language is written. Prose is one comment. */
export function tokensOf(text: string, language: Language): readonly Token[] {
  switch (language) {
    case 'javascript':
    case 'typescript':
      return lexJavascript(text, language === 'javascript');
    case 'settings':
      return lexSettings(text);
    case 'prose':
      return [{ kind: 'comment', text, at: 0, line: 1, first: true }];
    case 'python':
      return documented(lexText(text, grammars.python));
    default:
      return lexText(text, grammars[language]);
  }
}

/** A string that stands alone as a statement says something to readers only. */
function documented(tokens: readonly Token[]): Token[] {
  let depth = 0;
  return tokens.map((token, index) => {
    if (token.kind === 'mark') depth = Math.max(0, depth + ('([{'.includes(token.text) ? 1 : ')]}'.includes(token.text) ? -1 : 0));
    const alone = token.kind === 'string' && token.first && depth === 0 && tokens[index + 1]?.first !== false && tokens[index - 1]?.text !== '\\';
    return alone ? { ...token, kind: 'comment' } : token;
  });
}
