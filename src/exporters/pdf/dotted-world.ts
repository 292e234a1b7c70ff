import { geoCentroid, geoMercator, type GeoProjection } from 'd3-geo';
import { feature } from 'topojson-client';
import { type WorldMap } from './report-assets.js';

type Position = readonly [longitude: number, latitude: number];

interface Ring {
  readonly positions: readonly Position[];
  readonly south: number;
  readonly north: number;
}

interface Country {
  readonly code: string;
  readonly rings: readonly Ring[];
}

export interface WorldDot {
  readonly x: number;
  readonly y: number;
  /** ISO 3166-1 alpha-2 code, empty where the map knows none. */
  readonly code: string;
}

export interface DottedWorld {
  readonly dots: readonly WorldDot[];
  readonly placeOf: (code: string) => readonly [x: number, y: number] | undefined;
}

interface MapBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Land as a raster of dots inside a box, in the Mercator projection, around the countries named; `step` in points. */
export function dottedWorld(world: WorldMap, around: readonly string[], box: MapBox, step: number): DottedWorld {
  const countries = countriesOf(world);
  const middles = new Map(countries.filter(({ code }) => around.includes(code)).map((country) => [country.code, middleOf(country)]));
  const shown = [...middles.values()];
  const projection = projectionAround(shown, box);
  const dots: WorldDot[] = [];
  for (let row = 0; (row + 1) * step < box.height; row += 1) {
    const y = box.y + (row + 0.5) * step;
    const latitude = projection.invert?.([box.x, y])?.[1] ?? 0;
    const spans = spansAt(countries, latitude);
    for (let x = box.x + (row % 2 === 0 ? 0.25 : 0.75) * step; x < box.x + box.width; x += step) {
      const longitude = projection.invert?.([x, y])?.[0] ?? 0;
      const span = spans.find(({ from, to }) => longitude >= from && longitude <= to);
      if (span !== undefined) dots.push({ x, y, code: span.code });
    }
  }
  return {
    dots,
    placeOf(code) {
      const middle = middles.get(code);
      return middle === undefined ? undefined : (projection([middle[0], middle[1]]) ?? undefined);
    },
  };
}

/** At least a hundred degrees wide, so that a map of one country still shows where it is. */
function projectionAround(points: readonly Position[], box: MapBox): GeoProjection {
  const longitudes = points.length === 0 ? [10] : points.map(([longitude]) => longitude);
  const latitudes = points.length === 0 ? [48] : points.map(([, latitude]) => latitude);
  const west = Math.min(...longitudes);
  const east = Math.max(...longitudes);
  const width = Math.max(100, (east - west) * 1.3);
  const scale = box.width / ((width * Math.PI) / 180);
  const middle = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  return geoMercator()
    .center([(west + east) / 2 - width * 0.02, Math.max(-45, Math.min(48, middle))])
    .scale(scale)
    .translate([box.x + box.width / 2, box.y + box.height / 2]);
}

function countriesOf({ topology, countryCodes }: WorldMap): Country[] {
  const atlas = topology as Parameters<typeof feature>[0];
  const object = atlas.objects['countries'];
  if (object === undefined) throw new Error("The map of the world has no object 'countries'; give the TopoJSON of world-atlas.");
  const collection = feature(atlas, object);
  const features = collection.type === 'FeatureCollection' ? collection.features : [collection];
  return features.flatMap(({ id, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
    return polygons.length === 0 ? [] : [{ code: countryCodes[String(id)] ?? '', rings: polygons.flat().map((positions) => ringOf(positions as unknown as readonly Position[])) }];
  });
}

function ringOf(positions: readonly Position[]): Ring {
  const latitudes = positions.map(([, latitude]) => latitude);
  return { positions, south: Math.min(...latitudes), north: Math.max(...latitudes) };
}

/** The middle of the largest part of a country, by its outline. */
function middleOf({ rings }: Country): Position {
  const largest = rings.reduce<Ring | undefined>((best, ring) => (best === undefined || ring.positions.length > best.positions.length ? ring : best), undefined);
  return geoCentroid({ type: 'Polygon', coordinates: [(largest?.positions ?? []).map(([longitude, latitude]) => [longitude, latitude])] });
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly code: string;
}

/** Where a parallel lies over land: crossings of the outlines of each country, in pairs. */
function spansAt(countries: readonly Country[], latitude: number): Span[] {
  return countries.flatMap(({ code, rings }) => {
    const crossings = rings.flatMap((ring) => (latitude < ring.south || latitude > ring.north ? [] : crossingsOf(ring, latitude))).sort((a, b) => a - b);
    const spans: Span[] = [];
    for (let index = 0; index + 1 < crossings.length; index += 2) spans.push({ from: crossings[index] ?? 0, to: crossings[index + 1] ?? 0, code });
    return spans;
  });
}

function crossingsOf({ positions }: Ring, latitude: number): number[] {
  const found: number[] = [];
  for (let index = 1; index < positions.length; index += 1) {
    const [x1, y1] = positions[index - 1] ?? [0, 0];
    const [x2, y2] = positions[index] ?? [0, 0];
    if (y1 > latitude !== y2 > latitude) found.push(x1 + ((latitude - y1) / (y2 - y1)) * (x2 - x1));
  }
  return found;
}
