package clarion.ejb.settings;

import clarion.domain.settings.SettingKey;

/** Writes docs/configuration.md from the declared settings. */
final class ConfigurationGuide {

    private static final String HEAD = """
            # Configuration

            <!-- Generated from the settings that the features declare. To change it, change them, then run
                 mvn -pl clarion-ejb -am test -Dtest=ConfigurationGuideTest -Dclarion.docs.write=true -->

            Clarion reads its settings through MicroProfile Config. In order of precedence: system properties, environment
            variables (the key in capitals, every other character an underscore: `clarion.pxgrid.node-name` is
            `CLARION_PXGRID_NODE_NAME`), then what the server adds. `./clarion run --config FILE` takes the same keys from a
            properties file.

            - Durations are ISO-8601: `PT30S`, `PT5M`, `PT24H`.
            - Secrets are never values; a setting names the file that holds one (`…-file`).
            - All settings are checked together before Clarion starts. Every bad value and every unknown `clarion.*` key is
              named in one log event, `CLARION-CFG-001`, one line per fault, and the deployment fails. An unknown `CLARION_*`
              environment variable may belong to somebody else and is only mentioned (`CLARION-CFG-002`).
            """;

    private ConfigurationGuide() {}

    static String render() {
        StringBuilder guide = new StringBuilder(HEAD);
        for (Settings.Section section : Settings.sections()) {
            if (section.keys().isEmpty()) {
                continue;
            }
            guide.append("\n## ").append(section.title()).append("\n");
            if (!section.intro().isEmpty()) {
                guide.append("\n").append(section.intro()).append("\n");
            }
            guide.append("\n| key | value | default | meaning |\n|---|---|---|---|\n");
            section.keys().forEach(key -> guide.append(row(key)));
        }
        return guide.toString();
    }

    private static String row(SettingKey key) {
        String fallback = key.defaultValue() == null ? "" : "`" + key.defaultValue() + "`";
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        key.name(),
                        key.kind().description(),
                        fallback,
                        key.doc().replace("|", "\\|"));
    }
}
