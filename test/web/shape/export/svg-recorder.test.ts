/** What is drawn on a canvas, as lines. */
import { expect, test } from 'vitest';
import { paintAttributes } from '../../../../web/src/shape/export/svg-paint.ts';
import { SvgRecorder } from '../../../../web/src/shape/export/svg-recorder.ts';

function recorder(): SvgRecorder {
  return new SvgRecorder({
    width: 100,
    height: 50,
    prefix: 'a',
    measure: (text) => ({ width: text.length * 10 }) as TextMetrics,
  });
}

test('a line, a bar and a label', () => {
  const context = recorder();
  context.strokeStyle = '#0055ad';
  context.lineWidth = 2.25;
  context.beginPath();
  context.moveTo(0, 10);
  context.lineTo(20.123, 30);
  context.stroke();
  context.fillStyle = '#0B6A8C22';
  context.fillRect(1, 2, 3, 4);
  context.fillStyle = '#1a1a1a';
  context.font = '700 15px "BIZ UDPGothic", sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText('22.7 <件>', 50, 20);
  expect(context.print()).toBe(
    '<path d="M0 10L20.12 30" fill="none" stroke="#0055ad" stroke-width="2.25"/>' +
      '<rect x="1" y="2" width="3" height="4" fill="#0B6A8C" fill-opacity="0.13"/>' +
      `<text x="50" y="25.7" font-family="'BIZ UDPGothic', sans-serif" font-size="15" font-weight="700" fill="#1a1a1a" text-anchor="middle" xml:space="preserve">22.7 &lt;件&gt;</text>`,
  );
});

test('settings come back after restore, moved drawings say so, a clip stands around what it clips', () => {
  const context = recorder();
  context.save();
  context.translate(10, 5);
  context.beginPath();
  context.rect(0, 0, 8, 8);
  context.clip();
  context.fillStyle = 'rgb(1, 2, 3)';
  context.fillRect(0, 0, 4, 4);
  context.restore();
  context.fillRect(0, 0, 1, 1);
  expect(context.print()).toBe(
    '<defs><clipPath id="a-clip-1"><path d="M0 0h8v8h-8Z"  transform="matrix(1 0 0 1 10 5)"/></clipPath></defs>' +
      '<g clip-path="url(#a-clip-1)"><rect x="0" y="0" width="4" height="4" fill="#010203" transform="matrix(1 0 0 1 10 5)"/></g>' +
      '<rect x="0" y="0" width="1" height="1" fill="#000000"/>',
  );
});

test('a circle is two arcs; clearing all starts anew', () => {
  const context = recorder();
  context.beginPath();
  context.arc(10, 10, 4, 0, 2 * Math.PI);
  context.fill();
  expect(context.print()).toBe('<path d="M14 10A4 4 0 0 1 6 10A4 4 0 0 1 14 10" fill="#000000"/>');
  context.clearRect(0, 0, 100, 50);
  expect(context.print()).toBe('');
});

test.each([
  ['rgba(0, 0, 0, 0)', 'fill="none" fill-opacity="0"'],
  ['transparent', 'fill="none"'],
  ['rgb(0 85 173 / 50%)', 'fill="#0055ad" fill-opacity="0.5"'],
  [{}, 'fill="none"'],
] as const)('the colour %j', (colour, attributes) => {
  expect(paintAttributes('fill', colour)).toBe(attributes);
});
