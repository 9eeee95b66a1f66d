const LINES = [60, 91, 75, 85, 50, 80, 70, 95];

/** What stands in a panel or a card until its data comes. */
export function PanelBones({ lines = LINES.length }: { lines?: number }) {
  return (
    <div className="cl-bones" role="status">
      <span className="pf-v6-screen-reader">Loading…</span>
      {LINES.slice(0, lines).map((width) => (
        <span key={width} className="cl-bone" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
