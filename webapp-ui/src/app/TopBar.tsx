import {
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
  MastheadToggle,
} from "@patternfly/react-core/dist/esm/components/Masthead";
import { PageToggleButton } from "@patternfly/react-core/dist/esm/components/Page";
import { Link } from "@tanstack/react-router";
import { Logo } from "@/ui/Logo";
import { GlobalSearch } from "./GlobalSearch";
import { ThemeMenu } from "./ThemeMenu";
import { UserMenu } from "./UserMenu";

export function TopBar() {
  return (
    <Masthead className="cl-top">
      <MastheadMain>
        <MastheadToggle>
          <PageToggleButton isHamburgerButton aria-label="Navigation" />
        </MastheadToggle>
        <MastheadBrand>
          <MastheadLogo component={(props) => <Link {...props} to="/" aria-label="Clarion, overview" />}>
            <Logo />
          </MastheadLogo>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <div className="cl-top__content">
          <GlobalSearch />
          <div className="cl-top__tools">
            <ThemeMenu />
            <UserMenu />
          </div>
        </div>
      </MastheadContent>
    </Masthead>
  );
}
