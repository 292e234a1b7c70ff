import { type Language } from '../language-of.js';
import { tokensOf } from '../tokens-of.js';

const strings = (text: string, language: Language): string[] => tokensOf(text, language).filter(({ kind }) => kind === 'string').map((token) => token.text);
const comments = (text: string, language: Language): string[] => tokensOf(text, language).filter(({ kind }) => kind === 'comment').map((token) => token.text);

describe('comments and strings are told apart', () => {
  it.each<[Language, string, string[], string[]]>([
    ['typescript', "const a = 'it\\'s // none'; // a 'comment'", ["it\\'s // none"], ["// a 'comment'"]],
    ['typescript', 'const a = `x ${b(`y ${c} z`)} // w`; /* d */', ['x {} // w', 'y {} z'], ['/* d */']],
    ['typescript', "const a = /['\"`]\\/\\//.test(b) ? 'c' : 1 / 2; // d", ['c'], ['// d']],
    ['javascript', "const a = <p title='t'>Don't // no comment {'s'}</p>; // e", ['t', 's'], ['// e']],
    ['python', "a = '#no' # yes\nb = r'\\\\'\nc = f\"{d}\" + '''e\n# f'''", ['#no', '\\\\', '{d}', 'e\n# f'], ['# yes']],
    ['python', 'def f():\n    """Says."""\n    return g(\n        "kept",\n        """kept too""",\n    )\n', ['kept', 'kept too'], ['Says.']],
    ['java', 'String a = """\n // b "c"\n """; char d = \'"\'; // e', ['\n // b "c"\n ', '"'], ['// e']],
    ['kotlin', '/* a /* b */ c */ val d = """e\\"""', ['e\\'], ['/* a /* b */ c */']],
    ['csharp', 'var a = @"C:\\"; var b = $@"d ""e"" // f"; // g', ['C:\\', 'd ""e"" // f'], ['// g']],
    ['go', 'a := `b\\`; c := "d\\"e" // f', ['b\\', 'd\\"e'], ['// f']],
    ['settings', 'url: "https://a#b" # c\nd: e#f\n- g: \'h\'', ['https://a#b', 'e#f', 'h'], ['# c']],
    ['toml', 'a = \'C:\\\' # b\nc = "d # e"', ['C:\\', 'd # e'], ['# b']],
  ])('in %s: %j', (language, text, expectedStrings, expectedComments) => {
    expect([strings(text, language), comments(text, language)]).toEqual([expectedStrings, expectedComments]);
  });

  it('what is left open ends with its line where it may not span lines, else with the text', () => {
    expect(strings('a = "b\nc = "d"', 'python')).toEqual(['b', 'd']);
    expect(comments('/* a\nb', 'java')).toEqual(['/* a\nb']);
  });

  it.each<Language>(['javascript', 'typescript', 'python', 'java', 'kotlin', 'csharp', 'go', 'settings', 'json', 'toml'])('each token of %s stands where it says', (language) => {
    const text = 'first = "a b"\n\n  second("c", `d`) # e\n\tthird: "f" // g\n';
    for (const token of tokensOf(text, language)) {
      expect(text.slice(token.at)).toContain(token.text.slice(0, 1));
      expect(text.slice(0, token.at).split('\n')).toHaveLength(token.line);
    }
  });
});
