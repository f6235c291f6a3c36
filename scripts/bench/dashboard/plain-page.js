/* global raw, Chart */
/** The script of the plain page (plain-page.ts): `draw` counts the rows of a municipality and draws everything anew. */
let charts = [];
function count(rows, keyOf) {
  const counts = new Map();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}
globalThis.draw = (municipality, pathway) => {
  const rows = raw.filter((row) => row.municipality === municipality && (pathway === null || row.pathway === pathway));
  const month = (row) =>
    row.received
      .split('/')
      .slice(0, 2)
      .map((part) => part.padStart(2, '0'))
      .join('-');
  const months = count(rows, month);
  const areas = count(rows, (row) => row.area);
  const pathways = [...new Set(rows.map((row) => row.pathway))];
  const years = count(rows, (row) => row.received.slice(0, 4));
  for (const chart of charts) chart.destroy();
  const labels = (counts) => counts.map(([name]) => name);
  const values = (counts) => counts.map(([, value]) => value);
  const options = { animation: false, maintainAspectRatio: false };
  charts = [
    new Chart('trend', {
      type: 'line',
      options,
      data: { labels: labels(months), datasets: [{ data: values(months) }] },
    }),
    new Chart('areas', { type: 'bar', options, data: { labels: labels(areas), datasets: [{ data: values(areas) }] } }),
    new Chart('shares', {
      type: 'bar',
      options: { ...options, scales: { x: { stacked: true }, y: { stacked: true } } },
      data: {
        labels: labels(years),
        datasets: pathways.map((label) => ({
          label,
          data: labels(years).map(
            (year) => rows.filter((row) => row.pathway === label && row.received.startsWith(year)).length,
          ),
        })),
      },
    }),
  ];
  document.querySelector('tbody').innerHTML = months
    .map(([name, value]) => '<tr><th>' + name + '</th><td>' + value + '</td></tr>')
    .join('');
};
