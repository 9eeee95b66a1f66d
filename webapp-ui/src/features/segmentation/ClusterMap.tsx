import { type PointerEvent, useMemo, useRef, useState } from "react";
import type { SegmentMap } from "@/api/segmentation";
import { plural } from "@/lib/format";
import "./segmentation.css";

interface Props {
  map: SegmentMap;
  /** Endpoints to stand out; without it, all are alike. */
  found?: ReadonlySet<string>;
  zoom: number;
}

/** Circles for clusters, points for endpoints. It can be dragged; the table beside has the links. */
export function ClusterMap({ map, found, zoom }: Props) {
  const [shift, setShift] = useState({ x: 0, y: 0 });
  const drag = useRef<{ x: number; y: number } | undefined>(undefined);
  const box = useMemo(() => bounds(map), [map]);
  const width = box.width / zoom;
  const height = box.height / zoom;
  const left = box.x + (box.width - width) / 2 + shift.x;
  const top = box.y + (box.height - height) / 2 + shift.y;
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (!drag.current) return;
    const scale = width / event.currentTarget.clientWidth;
    setShift({
      x: shift.x - (event.clientX - drag.current.x) * scale,
      y: shift.y - (event.clientY - drag.current.y) * scale,
    });
    drag.current = { x: event.clientX, y: event.clientY };
  };
  const drop = () => {
    drag.current = undefined;
  };
  return (
    <svg
      className="cl-map"
      role="img"
      aria-label={`${plural(map.clusters.length, "cluster")} as circles; the table beside has the same`}
      viewBox={`${left} ${top} ${width} ${height}`}
      onPointerDown={(event) => {
        drag.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerMove={move}
      onPointerUp={drop}
      onPointerLeave={drop}
    >
      {map.clusters.map((cluster) => (
        <g key={cluster.id}>
          <title>{`${cluster.name}, ${plural(cluster.members, "member")}`}</title>
          <circle
            className={`cl-map__cluster ${cluster.state === "ACCEPTED" ? "cl-map__cluster--accepted" : ""}`}
            cx={cluster.x}
            cy={cluster.y}
            r={cluster.radius}
          />
        </g>
      ))}
      {map.points.map((point) => (
        <circle
          key={point.mac}
          className={`cl-map__point ${point.review ? "cl-map__point--review" : ""} ${
            found && !found.has(point.mac) ? "cl-map__point--dim" : ""
          }`}
          cx={point.x}
          cy={point.y}
          r={found?.has(point.mac) ? 0.7 : 0.4}
        />
      ))}
      {map.clusters.map((cluster) => (
        <text
          key={cluster.id}
          className="cl-map__name"
          x={cluster.x}
          y={cluster.y - cluster.radius - 0.5}
          fontSize={Math.max(1.2, Math.min(3, cluster.radius / 3)) / Math.sqrt(zoom)}
        >
          {cluster.name}
        </text>
      ))}
    </svg>
  );
}

/** The least rectangle with all circles and their names. */
function bounds(map: SegmentMap) {
  const edge = 4;
  const { clusters } = map;
  if (clusters.length === 0) return { x: 0, y: 0, width: 1, height: 1 };
  const x = Math.min(...clusters.map((one) => one.x - one.radius)) - edge;
  const y = Math.min(...clusters.map((one) => one.y - one.radius)) - edge;
  return {
    x,
    y,
    width: Math.max(...clusters.map((one) => one.x + one.radius)) + edge - x,
    height: Math.max(...clusters.map((one) => one.y + one.radius)) + edge - y,
  };
}
