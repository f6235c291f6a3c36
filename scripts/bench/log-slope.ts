/** How cost grows with work: 1 in proportion, 0 not at all, 2 four times for twice the work. Pure. */

/** The slope of the least-squares line through the logarithms of size and cost. */
export function logSlope(points: readonly { readonly size: number; readonly cost: number }[]): number {
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(logs.map((one) => one.x)), mean(logs.map((one) => one.y))];
  const across = logs.reduce((sum, one) => sum + (one.x - x) * (one.y - y), 0);
  return across / logs.reduce((sum, one) => sum + (one.x - x) ** 2, 0);
}
