package dev.instant4j.local.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The directory a platform keeps its data in, held for itself alone until closed. */
final class DataDirectory implements AutoCloseable {
    private static final String DATABASE = "instant4j.db";
    private static final String LOCK = "instant4j.lock";

    private final Path directory;
    private final FileChannel channel;

    private DataDirectory(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * Makes the directory if needed, readable by its owner only, and takes it.
     *
     * @throws StoreException if another platform has it, or it can't be written
     */
    static DataDirectory take(Path directory) {
        try {
            Files.createDirectories(directory, ownerOnly("rwx------"));
            FileChannel channel = FileChannel.open(
                    directory.resolve(LOCK),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    ownerOnly("rw-------"));
            if (tryLock(channel) == null) {
                channel.close();
                throw new StoreException(
                        "The data directory " + directory + " is in use by another platform."
                                + " Stop that one, or use another directory.",
                        null);
            }
            return new DataDirectory(directory, channel);
        } catch (IOException failure) {
            throw new StoreException(
                    "The data directory " + directory + " can't be used: " + failure.getMessage()
                            + ". Give a directory that can be written.",
                    failure);
        }
    }

    /** Returns the database file, made readable by its owner only if it is new. */
    Path database() {
        Path file = directory.resolve(DATABASE);
        try {
            if (!Files.exists(file)) {
                Files.createFile(file, ownerOnly("rw-------"));
            }
            return file;
        } catch (IOException failure) {
            throw new StoreException("The database " + file + " can't be made: " + failure.getMessage(), failure);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        Set<PosixFilePermission> owner = PosixFilePermissions.fromString(permissions);
        return isPosix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)} : new FileAttribute<?>[0];
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new StoreException("The data directory " + directory + " could not be released.", failure);
        }
    }
}
