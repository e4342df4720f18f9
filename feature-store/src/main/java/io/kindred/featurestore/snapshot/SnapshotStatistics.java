package io.kindred.featurestore.snapshot;

import io.kindred.featurestore.importer.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ranges and counts of the events written so far. */
final class SnapshotStatistics {
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;
    private float least = Float.POSITIVE_INFINITY;
    private float greatest = Float.NEGATIVE_INFINITY;
    private long[] byType = new long[8];
    private final long[] byPart = new long[Part.values().length];

    void add(float value, long time, int type, byte part) {
        earliest = Math.min(earliest, time);
        latest = Math.max(latest, time);
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
        if (type >= byType.length) {
            byType = Arrays.copyOf(byType, 2 * type);
        }
        byType[type]++;
        byPart[part]++;
    }

    private boolean empty() {
        return latest == Long.MIN_VALUE;
    }

    long earliest() {
        return empty() ? 0 : earliest;
    }

    long latest() {
        return empty() ? 0 : latest;
    }

    float least() {
        return empty() ? 0 : least;
    }

    float greatest() {
        return empty() ? 0 : greatest;
    }

    List<Long> byType(int types) {
        List<Long> counts = new ArrayList<>();
        for (int type = 0; type < types; type++) {
            counts.add(type < byType.length ? byType[type] : 0);
        }
        return counts;
    }

    List<Long> byPart() {
        List<Long> counts = new ArrayList<>();
        for (long count : byPart) {
            counts.add(count);
        }
        return counts;
    }
}
