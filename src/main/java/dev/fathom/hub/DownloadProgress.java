package dev.fathom.hub;

/** Told how far a download is. */
public interface DownloadProgress {
    /**
     * @param done bytes on disk, those of an earlier try included
     * @param total bytes of the file, or less than {@code done} if the hub does not say
     */
    void arrived(long done, long total);

    /** All is there and its checksum is being computed. */
    void checking();
}
