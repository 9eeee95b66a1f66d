package clarion.pxgrid.tls;

import clarion.pxgrid.settings.PxGridSettings.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * By what a changed store is noticed: real path, time and size of each file involved.
 *
 * @param stamps one a file
 */
public record StoreStamps(List<String> stamps) {

    public StoreStamps {
        stamps = List.copyOf(stamps);
    }

    /** The stamps as they are now. */
    public static StoreStamps of(Stores stores, Properties properties) {
        List<String> stamps = new ArrayList<>();
        Stream.of(
                        stores.keyStore(),
                        stores.keyStorePasswordFile(),
                        stores.trustStore(),
                        stores.trustStorePasswordFile())
                .filter(Objects::nonNull)
                .forEach(file -> stamps.add(stampOf(file)));
        Stream.of("javax.net.ssl.keyStore", "javax.net.ssl.trustStore")
                .map(properties::getProperty)
                .filter(Objects::nonNull)
                .forEach(file -> stamps.add(stampOf(Path.of(file))));
        return new StoreStamps(stamps);
    }

    private static String stampOf(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return file.toRealPath() + " " + attributes.lastModifiedTime() + " " + attributes.size();
        } catch (IOException e) {
            return file + " unreadable";
        }
    }
}
