import { useEffect, useRef, useState } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { Happening, SeriesAnswer } from "../api/types";
import { useTheme } from "../style/theme";
import { format } from "../units/format";
import { clock } from "../units/time";
import { dataOf, lastKnown } from "./data";
import { Markers } from "./Markers";
import { optionsOf, type ChartEvents } from "./options";
import type { ChartSpec } from "./spec";

interface Props {
  spec: ChartSpec;
  answer: SeriesAnswer;
  happenings: readonly Happening[];
  onZoom: (fromMs: number, toMs: number) => void;
  onPick: (timeMs: number) => void;
}

/** One chart over time: hover reads all charts at the same moment, a drag zooms, a double click goes to that moment. */
export function Chart({ spec, answer, happenings, onZoom, onPick }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const events = useRef<Omit<ChartEvents, "onPlace">>({ onZoom, onPick, onHover: () => {} });
  const [hover, setHover] = useState<number | null>(null);
  const [box, setBox] = useState({ left: 0, width: 0 });
  const theme = useTheme();
  events.current = { onZoom, onPick, onHover: setHover };
  const data = dataOf(spec, answer);
  const latest = useRef(data);
  latest.current = data;

  useEffect(() => {
    const element = host.current!;
    const size = () => ({ width: element.clientWidth, height: element.clientHeight });
    const chart = new uPlot(
      optionsOf(spec, element, size(), {
        onZoom: (from, to) => events.current.onZoom(from, to), onPick: (time) => events.current.onPick(time), onHover: (index) => events.current.onHover(index), onPlace: setBox,
      }),
      latest.current, element,
    );
    plot.current = chart;
    const observer = new ResizeObserver(() => chart.setSize(size()));
    observer.observe(element);
    return () => { observer.disconnect(); chart.destroy(); plot.current = null; };
  }, [spec, theme]);

  useEffect(() => {
    const chart = plot.current;
    if (!chart) return;
    chart.batch(() => {
      chart.setData(latest.current, false);
      chart.setScale("x", { min: answer.fromMs / 1000, max: answer.toMs / 1000 });
    });
  }, [answer, theme]);

  const shown = hover ?? lastKnown(data);
  return (
    <figure className="chart">
      <figcaption className="chart__head">
        <span className="chart__title">{spec.title}</span>
        {spec.lines.map((line, i) => (
          <span key={line.metric} className={`chart__line chart__line--${line.color} ${line.isLimit ? "chart__line--limit" : ""}`}>
            {spec.lines.length > 1 && line.name} <b>{format(data[i + 1]?.[shown], spec.unit)}</b>
          </span>
        ))}
        {hover !== null && data[0][hover] !== undefined && <time className="chart__time">{clock(data[0][hover] * 1000)}</time>}
      </figcaption>
      <div className="chart__plot" ref={host}>
        <Markers happenings={happenings} fromMs={answer.fromMs} toMs={answer.toMs} left={box.left} width={box.width} onPick={onPick} />
      </div>
    </figure>
  );
}
