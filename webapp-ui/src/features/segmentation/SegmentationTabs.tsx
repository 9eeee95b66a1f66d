import { Tabs } from "@/ui/PageTabs";

const PAGES = [
  { to: "/segmentation", label: "Clusters" },
  { to: "/segmentation/map", label: "Map" },
  { to: "/segmentation/review", label: "Review" },
  { to: "/segmentation/decisions", label: "Decisions" },
  { to: "/segmentation/runs", label: "Runs" },
];

/** The pages about which endpoints belong together. */
export const SegmentationTabs = () => <Tabs label="Segmentation" pages={PAGES} />;
