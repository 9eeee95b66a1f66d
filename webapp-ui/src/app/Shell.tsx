import { Page } from "@patternfly/react-core/dist/esm/components/Page";
import { SkipToContent } from "@patternfly/react-core/dist/esm/components/SkipToContent";
import { useQueryClient } from "@tanstack/react-query";
import { Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useContactLostSince } from "@/api/contact";
import { openLiveFeed } from "@/api/live";
import { SideBar } from "./SideBar";
import { StatusBar } from "./StatusBar";
import { TopBar } from "./TopBar";
import "./shell.css";

const MAIN = "main";

/** The frame of every page behind the login; it keeps the event stream open. */
export function Shell() {
  const queryClient = useQueryClient();
  useEffect(() => openLiveFeed(queryClient), [queryClient]);
  useFocusOnNewPage();
  useAskAgainAfterContact();
  return (
    <div className="cl-shell">
      <Page
        masthead={<TopBar />}
        sidebar={<SideBar />}
        isManagedSidebar
        mainContainerId={MAIN}
        mainTabIndex={-1}
        mainAriaLabel="Content"
        isContentFilled
        skipToContent={<SkipToContent href={`#${MAIN}`}>Skip to content</SkipToContent>}
      >
        <Outlet />
      </Page>
      <StatusBar />
    </div>
  );
}

/** What failed while Clarion did not answer is asked again once it does. */
function useAskAgainAfterContact() {
  const queryClient = useQueryClient();
  const lost = useContactLostSince() !== undefined;
  useEffect(() => {
    if (lost) return;
    void queryClient.refetchQueries({ type: "active", predicate: (query) => query.state.status === "error" });
  }, [lost, queryClient]);
}

/** Another page starts at its beginning for keyboards and screen readers as well. */
function useFocusOnNewPage() {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    const main = document.getElementById(MAIN);
    main?.focus({ preventScroll: true });
    main?.scrollTo({ top: 0 });
  }, [pathname]);
}
