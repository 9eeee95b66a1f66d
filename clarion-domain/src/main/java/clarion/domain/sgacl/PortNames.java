package clarion.domain.sgacl;

import java.util.Map;

/** Ports that IOS XE lets a list name (extended access lists, "access-list" command reference). */
final class PortNames {

    static final Map<String, Integer> ALL = Map.ofEntries(
            Map.entry("ftp-data", 20),
            Map.entry("ftp", 21),
            Map.entry("ssh", 22),
            Map.entry("telnet", 23),
            Map.entry("smtp", 25),
            Map.entry("time", 37),
            Map.entry("tacacs", 49),
            Map.entry("domain", 53),
            Map.entry("bootps", 67),
            Map.entry("bootpc", 68),
            Map.entry("tftp", 69),
            Map.entry("www", 80),
            Map.entry("pop3", 110),
            Map.entry("sunrpc", 111),
            Map.entry("ntp", 123),
            Map.entry("netbios-ns", 137),
            Map.entry("netbios-dgm", 138),
            Map.entry("netbios-ss", 139),
            Map.entry("snmp", 161),
            Map.entry("snmptrap", 162),
            Map.entry("bgp", 179),
            Map.entry("isakmp", 500),
            Map.entry("exec", 512),
            Map.entry("login", 513),
            Map.entry("syslog", 514),
            Map.entry("lpd", 515),
            Map.entry("rip", 520));

    private PortNames() {}
}
