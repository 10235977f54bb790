import uPlot from "uplot";
import { isolated } from "./data";
import { increments, range, timeLabels, valueLabels } from "./axis";
import type { ChartSpec } from "./spec";

/** All charts of a panel share their cursor. */
const SYNC = "panel";

export interface ChartEvents {
  onZoom: (fromMs: number, toMs: number) => void;
  onHover: (index: number | null) => void;
  onPick: (timeMs: number) => void;
  /** The part of the chart that has the lines, whenever it has found its place: pixels. */
  onPlace: (place: { left: number; width: number }) => void;
}

/** Colours come from the style sheet, where the themes are. */
function colorsOf(element: HTMLElement) {
  const style = getComputedStyle(element);
  const color = (name: string) => style.getPropertyValue(name).trim();
  return { series: [1, 2, 3].map((n) => color(`--series-${n}`)), fill: [1, 2, 3].map((n) => color(`--series-${n}-fill`)), grid: color("--line-soft"), text: color("--text-muted"), font: `${Math.round(parseFloat(style.fontSize) * 0.92)}px ${style.fontFamily}` };
}

export function optionsOf(spec: ChartSpec, element: HTMLElement, size: { width: number; height: number }, events: ChartEvents): uPlot.Options {
  const colors = colorsOf(element);
  const em = parseFloat(getComputedStyle(element).fontSize);
  const axis = { stroke: colors.text, font: colors.font, grid: { stroke: colors.grid, width: 1 }, ticks: { show: false }, gap: 4 };
  return {
    width: size.width,
    height: size.height,
    padding: [em * 0.4, 2, 0, 0],
    legend: { show: false },
    cursor: { sync: { key: SYNC }, drag: { x: true, y: false, setScale: false }, points: { size: 6 }, y: false },
    scales: { x: { time: true, range: (_u, min, max) => [min, max] }, y: { range: range(spec.unit) } },
    axes: [
      { ...axis, values: timeLabels, size: em * 1.8, space: em * 5 },
      { ...axis, values: valueLabels(spec.unit), size: em * 5.6, space: em * 2.2, incrs: increments(spec.unit) },
    ],
    series: [
      {},
      ...spec.lines.map((line): uPlot.Series => ({
        label: line.name, stroke: colors.series[line.color - 1] ?? colors.text, width: line.isLimit ? 1.2 : 1.5, spanGaps: false, points: { show: true, size: 3, filter: (u, index) => isolated(u.data[index] ?? []) },
        ...(line.isLimit ? { dash: [5, 4] } : { fill: colors.fill[line.color - 1] ?? "" }),
      })),
    ],
    hooks: {
      // Not where the size is set: the chart is laid out later.
      setSize: [(u) => events.onPlace({ left: u.over.offsetLeft, width: u.over.offsetWidth })],
      setCursor: [(u) => events.onHover(u.cursor.idx ?? null)],
      setSelect: [(u) => {
        if (u.select.width < 4) return;
        events.onZoom(u.posToVal(u.select.left, "x") * 1000, u.posToVal(u.select.left + u.select.width, "x") * 1000);
        u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
      }],
      ready: [(u) => u.over.addEventListener("dblclick", () => u.cursor.left !== undefined && events.onPick(u.posToVal(u.cursor.left, "x") * 1000))],
    },
  };
}
