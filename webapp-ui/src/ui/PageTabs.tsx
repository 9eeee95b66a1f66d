import { Link } from "@tanstack/react-router";

interface Props {
  /** Names the group for screen readers. */
  label: string;
  pages: readonly { to: string; label: string }[];
}

/** Links between pages that belong together; each page keeps its own URL. */
export function Tabs({ label, pages }: Props) {
  return (
    <nav className="cl-tabs" aria-label={label}>
      <ul>
        {pages.map((page) => (
          <li key={page.to}>
            <Link
              to={page.to as never}
              className="cl-tabs__link"
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ className: "cl-tabs__link cl-tabs__link--here", "aria-current": "page" }}
            >
              {page.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
