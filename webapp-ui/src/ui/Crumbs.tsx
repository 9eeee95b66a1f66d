import { Link } from "@tanstack/react-router";

interface Props {
  parent: string;
  to: "/devices" | "/users" | "/segmentation";
  here: string;
}

export function Crumbs({ parent, to, here }: Props) {
  return (
    <nav aria-label="Breadcrumb" className="cl-crumbs">
      <ol>
        <li>
          <Link to={to}>{parent}</Link>
        </li>
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
