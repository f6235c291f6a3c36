/** Colours, fonts and numbers as attributes of SVG. */
import { escapeXml } from './xml.ts';

/** A length with at most two decimals. */
export function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A colour as a colour and an opacity: programs for drawings do not know '#0B6A8C22'. Gradients and patterns paint nothing. */
export function paintOf(style: unknown): { readonly colour: string; readonly opacity: number } {
  if (typeof style !== 'string' || style === 'transparent') return { colour: 'none', opacity: 1 };
  const hex = /^#([0-9a-f]{6})([0-9a-f]{2})$/i.exec(style);
  if (hex !== null) return { colour: `#${hex[1]}`, opacity: Number.parseInt(hex[2] ?? 'ff', 16) / 255 };
  const rgb = /^rgba?\(\s*([\d.]+)[,\s]+([\d.]+)[,\s]+([\d.]+)(?:\s*[,/]\s*([\d.]+)(%?))?\s*\)$/.exec(style);
  if (rgb === null) return { colour: style, opacity: 1 };
  const opacity = rgb[4] === undefined ? 1 : Number(rgb[4]) / (rgb[5] === '%' ? 100 : 1);
  const channels = rgb.slice(1, 4).map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'));
  return { colour: opacity === 0 ? 'none' : `#${channels.join('')}`, opacity };
}

/** `fill="#0b6a8c" fill-opacity="0.13"`. */
export function paintAttributes(name: 'fill' | 'stroke', style: unknown, alpha = 1): string {
  const { colour, opacity } = paintOf(style);
  const total = opacity * alpha;
  return `${name}="${escapeXml(colour)}"${total < 1 ? ` ${name}-opacity="${round(total)}"` : ''}`;
}

/** A CSS font like '700 15px "BIZ UDPGothic", sans-serif' as attributes. */
export function fontAttributes(font: string): { readonly size: number; readonly attributes: string } {
  const read = /^(.*?)(\d+(?:\.\d+)?)px(?:\/\S+)?\s+(.*)$/.exec(font.trim());
  const [, before = '', size = '10', family = 'sans-serif'] = read ?? [];
  const weight = /\b(bold|[1-9]00)\b/.exec(before)?.[1];
  const bold = weight === 'bold' || Number(weight) >= 600 ? ' font-weight="700"' : '';
  const families = escapeXml(family.replaceAll('"', "'"));
  return { size: Number(size), attributes: `font-family="${families}" font-size="${round(Number(size))}"${bold}` };
}

/** One line of text; `y` is its baseline. Blanks count. */
export function textElement(
  text: string,
  options: {
    readonly x: number;
    readonly y: number;
    readonly font: string;
    readonly fill: unknown;
    readonly anchor?: 'start' | 'middle' | 'end';
    readonly alpha?: number;
    readonly more?: string;
  },
): string {
  const { x, y, font, fill, anchor = 'start', alpha = 1, more = '' } = options;
  const anchored = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const { attributes } = fontAttributes(font);
  return `<text x="${round(x)}" y="${round(y)}" ${attributes} ${paintAttributes('fill', fill, alpha)}${anchored}${more} xml:space="preserve">${escapeXml(text)}</text>`;
}
