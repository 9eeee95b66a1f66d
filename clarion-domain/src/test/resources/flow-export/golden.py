#!/usr/bin/env python3
"""Writes what tshark reads of each capture here to CAPTURE.tsv, which SampleCapturesTest holds the decoder to.

Each line is a flow: source, destination, protocol, ports, octets, packets, TCP flags, ICMP type and code, interface,
start and end in milliseconds since 1970; a minus for what is not said. Needs tshark (Debian package tshark).
"""
import glob, os, subprocess, xml.etree.ElementTree as xml

def value(field):
    return int(field.get("value"), 16)

def instants(flow, header, init):
    absolute = flow.find(".//field[@name='cflow.abstimestart']")
    if absolute is not None:
        return value(absolute), value(flow.find(".//field[@name='cflow.abstimeend']"))
    first = value(flow.find(".//field[@name='cflow.timestart']"))
    last = value(flow.find(".//field[@name='cflow.timeend']"))
    def instant(uptime):
        behind = (header["uptime"] - uptime + (1 << 31)) % (1 << 32) - (1 << 31)
        return header["export"] - behind
    if header["uptime"] is None:
        header["uptime"] = (header["export"] - init) % (1 << 32)
    return instant(first), instant(last)

for capture in sorted(glob.glob(os.path.join(os.path.dirname(os.path.abspath(__file__)), "*.pcap"))):
    pdml = subprocess.run(["tshark", "-r", capture, "-T", "pdml"], capture_output=True, check=True).stdout
    init, lines = None, []
    for packet in xml.fromstring(pdml):
        cflow = packet.find("proto[@name='cflow']")
        def of(name):
            return cflow.find(".//field[@name='cflow.%s']" % name)
        nanos = of("unix_nsecs")
        seconds = of("unix_secs") if of("unix_secs") is not None else of("exporttime")
        uptime = of("sysuptime")
        header = {
            "export": value(seconds) * 1000 + (value(nanos) // 1000000 if nanos is not None else 0),
            "uptime": value(uptime) if uptime is not None else None,
        }
        for field in cflow.iter("field"):
            if field.get("name") == "cflow.sys_init_time":
                init = value(field)
        for flow in cflow.iter("field"):
            name = flow.get("show") or ""
            if flow.get("name") or not (name.startswith("Flow ") or name.startswith("pdu ")):
                continue
            def show(*names):
                for each in names:
                    found = flow.find(".//field[@name='cflow.%s']" % each)
                    if found is not None:
                        return found
                return None
            if show("srcaddr", "srcaddrv6") is None:
                continue
            def number(name):
                return "-" if show(name) is None else str(value(show(name)))
            start, end = instants(flow, dict(header), init)
            icmp = show("icmp_type", "icmp_type_code_ipv4", "icmp_ipv4_type", "icmp_ipv6_type", "icmp_type_code_ipv6")
            lines.append("\t".join([
                show("srcaddr", "srcaddrv6").get("show"), show("dstaddr", "dstaddrv6").get("show"),
                number("protocol"), number("srcport"), number("dstport"), number("octets"), number("packets"),
                number("tcpflags"), "-" if icmp is None else str(value(icmp)), number("inputint"),
                str(start), str(end)]))
    with open(capture.replace(".pcap", ".tsv"), "w") as golden:
        golden.write("".join(line + "\n" for line in lines))
