// Draws a Vega-Lite chart as SVG.
import { parse, View } from 'vega';
import { compile } from 'vega-lite';

export async function svgOf(spec) {
  return `${await new View(parse(compile({ background: 'white', ...spec }).spec), { renderer: 'none' }).toSVG()}\n`;
}
