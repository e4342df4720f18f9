package io.kindred.serving.registry;

import io.kindred.core.artifact.ArtifactException;
import io.kindred.serving.problem.BodyTooLargeException;
import io.kindred.serving.problem.LimitedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Unpacks an artifact from a ZIP archive as it comes in. Only plain files are taken, at the top or all in one folder; names
 * that lead elsewhere, too many files and more bytes than allowed (packed or unpacked) end the unpacking.
 *
 * @param maxBytes of all files together
 * @param maxFiles how many
 */
record ZipUnpacker(long maxBytes, int maxFiles) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}\\.(arrow|json)");

    /**
     * Unpacks into an empty folder.
     *
     * @param declaredBytes what the sender says the archive has, or -1
     * @throws ArtifactException if the archive breaks a rule
     */
    void unpack(InputStream archive, long declaredBytes, Path target) throws IOException {
        String tooLarge = "the archive has more than " + maxBytes + " bytes";
        if (declaredBytes > maxBytes) {
            throw new BodyTooLargeException(tooLarge);
        }
        String folder = null;
        int files = 0;
        long remaining = maxBytes;
        try (ZipInputStream zip = new ZipInputStream(new LimitedInputStream(archive, maxBytes, tooLarge))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++files > maxFiles) {
                    throw new ArtifactException("the archive has more than " + maxFiles + " files");
                }
                if (entry.isDirectory()) {
                    continue;
                }
                int slash = entry.getName().indexOf('/');
                String parent = slash < 0 ? "" : entry.getName().substring(0, slash);
                String name = entry.getName().substring(slash + 1);
                if (!NAME.matcher(name).matches()
                        || parent.equals("..")
                        || (folder != null && !folder.equals(parent))) {
                    throw new ArtifactException("the archive has the file '" + shorten(entry.getName())
                            + "', which cannot belong to an artifact; zip the files of one artifact folder");
                }
                folder = parent;
                LimitedInputStream content = new LimitedInputStream(zip, remaining, tooLarge + " unpacked");
                ArtifactStore.write(content, target.resolve(name));
                remaining -= content.bytesRead();
            }
        } catch (ZipException | EOFException e) {
            throw new ArtifactException("the body is not a whole ZIP archive: " + e.getMessage(), e);
        } catch (FileAlreadyExistsException e) {
            throw new ArtifactException("the archive has two files of one name", e);
        }
        if (folder == null) {
            throw new ArtifactException("the body is not a ZIP archive, or it is empty");
        }
    }

    private static String shorten(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100) + "...";
    }
}
