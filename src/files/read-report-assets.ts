import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const fontFiles = {
  sans: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  sansMedium: '@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf',
  sansSemiBold: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  serif: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  serifSemiBold: '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  mono: '@expo-google-fonts/jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf',
} as const;

export interface AssetFolders {
  /** A file inside the installation from which packages are found, such as the running script. */
  readonly from: string;
  /** The folder `reports/` of the installation. */
  readonly reports: string;
}

/** Reads what reports are drawn with: fonts, colour profile and map from the installed packages, country codes from `reports/brand/`. */
export async function readReportAssets({ from, reports }: AssetFolders) {
  const installed = createRequire(from);
  const [fonts, colourProfile, topology, countryCodes] = await Promise.all([
    readFonts(installed),
    readFile(join(dirname(installed.resolve('pdfkit')), 'data', 'sRGB_IEC61966_2_1.icc')),
    readJson(installed.resolve('world-atlas/countries-50m.json')),
    readJson(join(reports, 'brand', 'country-codes.json')),
  ]);
  return { fonts, colourProfile: new Uint8Array(colourProfile), world: { topology, countryCodes: countryCodes as Readonly<Record<string, string>> } };
}

async function readFonts(installed: NodeJS.Require): Promise<Record<keyof typeof fontFiles, Uint8Array>> {
  const entries = await Promise.all(Object.entries(fontFiles).map(async ([name, path]) => [name, new Uint8Array(await readFile(installed.resolve(path)))] as const));
  return Object.fromEntries(entries) as Record<keyof typeof fontFiles, Uint8Array>;
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8')) as unknown;
}
