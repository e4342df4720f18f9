package io.kindred.serving.config;

import io.kindred.core.KindredException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;

/** Keeps a second server from using the same home. The lock ends with the process, however it ends. */
public final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Locks a home.
     *
     * @throws KindredException if another server has it
     */
    public static HomeLock acquire(KindredHome home) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    home.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                byte[] pid = channel.position(0).size() > 20 ? new byte[0] : new byte[(int) channel.size()];
                channel.read(java.nio.ByteBuffer.wrap(pid));
                channel.close();
                throw new KindredException("another Kindred server (process "
                        + new String(pid, StandardCharsets.UTF_8).strip() + ") uses " + home.root()
                        + "; stop it, or set KINDRED_HOME to another folder");
            }
            channel.truncate(0);
            channel.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"));
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new KindredException("the Kindred home " + home.root() + " cannot be locked: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new KindredException("the lock of the Kindred home cannot be released: " + e.getMessage(), e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
