import { Nav, NavList } from "@patternfly/react-core/dist/esm/components/Nav";
import {
  PageSidebar,
  PageSidebarBody,
  PageSidebarContext,
} from "@patternfly/react-core/dist/esm/components/Page";
import ClusterIcon from "@patternfly/react-icons/dist/esm/icons/cluster-icon";
import DesktopIcon from "@patternfly/react-icons/dist/esm/icons/desktop-icon";
import ExchangeAltIcon from "@patternfly/react-icons/dist/esm/icons/exchange-alt-icon";
import KeyIcon from "@patternfly/react-icons/dist/esm/icons/key-icon";
import ListIcon from "@patternfly/react-icons/dist/esm/icons/list-icon";
import PlugIcon from "@patternfly/react-icons/dist/esm/icons/plug-icon";
import TachometerAltIcon from "@patternfly/react-icons/dist/esm/icons/tachometer-alt-icon";
import TagsIcon from "@patternfly/react-icons/dist/esm/icons/tags-icon";
import UsersIcon from "@patternfly/react-icons/dist/esm/icons/users-icon";
import { Link } from "@tanstack/react-router";
import { useContext } from "react";

const PAGES = [
  { to: "/", label: "Overview", Icon: TachometerAltIcon },
  { to: "/sessions", label: "Sessions", Icon: ListIcon },
  { to: "/devices", label: "Devices", Icon: DesktopIcon },
  { to: "/users", label: "Users", Icon: UsersIcon },
  { to: "/flows", label: "Flows", Icon: ExchangeAltIcon },
  { to: "/segmentation", label: "Segmentation", Icon: ClusterIcon },
  { to: "/groups", label: "Security groups", Icon: TagsIcon },
  { to: "/connectors", label: "Connectors", Icon: PlugIcon },
  { to: "/access", label: "Access", Icon: KeyIcon },
] as const;

export function SideBar() {
  return (
    <PageSidebar>
      <PageSidebarBody>
        <Pages />
      </PageSidebarBody>
    </PageSidebar>
  );
}

/** While the side bar is folded away its links must not be reached by keyboard either. */
function Pages() {
  const { isSidebarOpen = true } = useContext(PageSidebarContext);
  return (
    <Nav aria-label="Pages">
      <NavList>
        {PAGES.map(({ to, label, Icon }) => (
          <li key={to} className="pf-v6-c-nav__item">
            <Link
              to={to}
              className="pf-v6-c-nav__link"
              tabIndex={isSidebarOpen ? undefined : -1}
              activeOptions={{ exact: to === "/", includeSearch: false }}
              activeProps={{ className: "pf-v6-c-nav__link pf-m-current" }}
            >
              <span className="pf-v6-c-nav__link-icon">
                <Icon aria-hidden="true" />
              </span>
              <span className="pf-v6-c-nav__link-text">{label}</span>
            </Link>
          </li>
        ))}
      </NavList>
    </Nav>
  );
}
