import { Link } from "@tanstack/react-router";
import type { Device } from "@/api/types";
import { authMethod, plural } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import { Mono, Online, Sgt, Text } from "@/ui/marks";
import { UserLink } from "@/ui/sessionColumns";
import { Time } from "@/ui/Time";

/** What is known of a device now. */
export function DeviceFacts({ device: d }: { device: Device }) {
  return (
    <Facts
      facts={[
        { term: "State", value: <Online online={d.online} /> },
        {
          term: "Live sessions",
          value: (
            <Link to="/sessions" search={{ live: "true", mac: d.mac } as never}>
              {plural(d.liveSessions, "session")}
            </Link>
          ),
        },
        { term: "IP address", value: <Mono>{d.ip}</Mono> },
        { term: "Profile", value: <Text>{d.profile}</Text> },
        { term: "Operating system", value: <Text>{d.os}</Text> },
        { term: "Security group", value: <Sgt name={d.sgtName} number={d.sgt} /> },
        { term: "Last user", value: <UserLink id={d.userId} name={d.user ?? d.userName} /> },
        { term: "Method", value: <Text>{d.authMethod && authMethod(d.authMethod)}</Text> },
        { term: "Switch", value: <Mono>{d.nasIp}</Mono> },
        { term: "Port", value: <Text>{d.nasPort}</Text> },
        d.ssid ? { term: "SSID", value: d.ssid } : undefined,
        { term: "First seen", value: <Time at={d.firstSeen} as="full" /> },
        { term: "Last seen", value: <Time at={d.lastSeen} as="full" /> },
      ]}
    />
  );
}
