import { type Canvas, type OpenElement } from './canvas.js';

const nothing = (): void => undefined;
const element: OpenElement = { draw: (content) => content(), link: (_target, _description, _box, content) => content(), end: nothing };

/** Draws nowhere: a first pass over a report that learns on which page everything stands. */
export const measuringCanvas: Canvas = {
  draws: false,
  beginPage: nothing,
  group: (_role, _options, body) => body(),
  element: () => element,
  artifact: (_kind, draw) => draw(),
  text: nothing,
  path: nothing,
  gradient: nothing,
  rotated: (_angle, _about, draw) => draw(),
  destination: nothing,
  bookmark: nothing,
  signatureField: nothing,
};
