package clarion.pxgrid.records;

import clarion.domain.devices.IpAddress;
import clarion.domain.groups.Sgt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A switch fetched its part of the matrix: the enforcement's own word on what is in force.
 *
 * @param nasIp the switch
 * @param server the ISE node that answered
 * @param status {@code SUCCESS} or {@code FAILURE}; kept as text
 * @param failureReason with a failure
 * @param matrixName which matrix
 * @param sourceList {@code rbaclSourceList}: the groups that it was for, as ISE writes them
 * @param cells what it got
 * @param timestamp of the download
 */
public record PolicyDownloadRecord(
        IpAddress nasIp,
        @Nullable String server,
        String status,
        @Nullable String failureReason,
        @Nullable String matrixName,
        @Nullable String sourceList,
        List<Cell> cells,
        @Nullable Instant timestamp)
        implements IseRecord {

    /**
     * One cell of the download.
     *
     * @param source SGT of the source
     * @param sourceGeneration generation of the source group
     * @param destination SGT of the destination
     * @param destinationGeneration generation of the destination group
     * @param aclName the SGACL
     * @param aclGeneration its generation
     */
    public record Cell(
            Sgt source,
            @Nullable String sourceGeneration,
            Sgt destination,
            @Nullable String destinationGeneration,
            @Nullable String aclName,
            @Nullable String aclGeneration) {}

    public PolicyDownloadRecord {
        cells = List.copyOf(cells);
    }

    @Override
    public String key() {
        return nasIp + "|" + timestamp + "|" + sourceList;
    }
}
