import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import "./charts.css";
import { useDark } from "@/lib/theme";

export interface Series {
  label: string;
  /** CSS custom property that holds the colour. */
  colour: string;
  values: number[];
  dash?: number[];
}

interface Props {
  /** Seconds since the epoch. */
  times: number[];
  series: Series[];
  /** Says in words what the picture shows; the same data must stand in a table that can be opened. */
  label: string;
  height?: number;
}

/** Counts over time as stepped lines. */
export function TimeChart({ times, series, label, height = 200 }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  const dark = useDark();
  const shape = series.map((one) => one.label + one.colour).join("|");

  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew for another theme or other series; data comes below
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    plot.current = new uPlot(options(element, series, height), [[], ...series.map(() => [])], element);
    const resize = new ResizeObserver(() => {
      if (element.clientWidth > 0) plot.current?.setSize({ width: element.clientWidth, height });
    });
    resize.observe(element);
    return () => {
      resize.disconnect();
      plot.current?.destroy();
      plot.current = null;
    };
  }, [shape, height, dark]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a chart drawn anew needs its data again
  useEffect(() => {
    plot.current?.setData([times, ...series.map((one) => one.values)]);
  }, [times, series, shape, height, dark]);

  return <div ref={host} className="cl-chart" role="img" aria-label={label} style={{ height }} />;
}

function options(element: HTMLElement, series: Series[], height: number): uPlot.Options {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const axis: uPlot.Axis = {
    stroke: colour("--cl-chart-text"),
    font: `12px ${style.fontFamily}`,
    grid: { stroke: colour("--cl-chart-grid"), width: 1 },
    ticks: { show: false },
  };
  return {
    width: Math.max(element.clientWidth, 100),
    height,
    legend: { show: false },
    cursor: { y: false, points: { size: 7 } },
    padding: [8, 20, 0, 0],
    scales: { x: { time: true }, y: { range: (_, __, max) => [0, Math.max(4, Math.ceil(max * 1.1))] } },
    axes: [
      { ...axis, grid: { show: false }, values: (_, ticks) => ticks.map(clock), size: 28 },
      { ...axis, size: 40, space: 36, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000] },
    ],
    series: [
      {},
      ...series.map(
        (one): uPlot.Series => ({
          label: one.label,
          stroke: colour(one.colour),
          fill: one.dash ? undefined : `${colour(one.colour)}1f`,
          width: 1.75,
          dash: one.dash,
          points: { show: false },
        }),
      ),
    ],
  };
}

const hourMinute = new Intl.DateTimeFormat(undefined, {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const clock = (seconds: number) => hourMinute.format(new Date(seconds * 1000));
