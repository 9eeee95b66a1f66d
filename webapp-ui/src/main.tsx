import "@patternfly/react-core/dist/styles/base.css";
import "./ui/theme.css";
import "./ui/pages.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { makeQueryClient, makeRouter } from "./app/router";
import { startTheme } from "./lib/theme";

startTheme();
const queryClient = makeQueryClient();
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App queryClient={queryClient} router={makeRouter(queryClient)} />
  </StrictMode>,
);
