/** Clarion's mark, an ear of two arcs and the tone it hears, with the name beside it. */
export function Logo({ large = false }: { large?: boolean }) {
  return (
    <span className={`cl-logo ${large ? "cl-logo--large" : ""}`}>
      <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="7" className="cl-logo__ground" />
        <g fill="none" strokeLinecap="round" strokeWidth="3.2">
          <path d="M22.6 8.2a10.2 10.2 0 1 0 0 15.6" stroke="#fff" />
          <path d="M19.2 12.4a4.9 4.9 0 1 0 0 7.2" stroke="#37c8b5" />
        </g>
        <circle cx="25" cy="16" r="2.2" fill="#37c8b5" />
      </svg>
      <span className="cl-logo__name">Clarion</span>
    </span>
  );
}
