package io.kindred.core.online;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The latest items of every user who sent events, in memory and bounded per user. Filled from the event log at the start and
 * by every accepted event afterwards. Thread-safe.
 */
public final class RecentHistories {
    private final int perUser;
    private final Map<String, Deque<Entry>> byUser = new ConcurrentHashMap<>();

    private record Entry(String item, long time) {}

    /**
     * @param perUser how many events of a user are remembered, at least 1
     */
    public RecentHistories(int perUser) {
        if (perUser < 1) {
            throw new IllegalArgumentException("perUser is " + perUser + " but must be at least 1");
        }
        this.perUser = perUser;
    }

    /** Remembers an event if it is an interaction; one that happened earlier than others goes before them. */
    public void add(Event event) {
        if (event.isInteraction()) {
            byUser.compute(event.user(), (user, known) -> with(known, new Entry(event.item(), event.time())));
        }
    }

    /** A user's items, oldest first, each once at its latest place; empty for a user without events. */
    public List<String> itemsOf(String user) {
        List<Entry> entries = new ArrayList<>();
        byUser.computeIfPresent(user, (id, known) -> {
            entries.addAll(known);
            return known;
        });
        Set<String> distinct = new LinkedHashSet<>();
        for (int i = entries.size() - 1; i >= 0; i--) {
            distinct.add(entries.get(i).item());
        }
        return List.copyOf(new ArrayList<>(distinct).reversed());
    }

    /** Whether the user sent events. */
    public boolean contains(String user) {
        return byUser.containsKey(user);
    }

    /** The users who sent events, in no particular order. */
    public Stream<String> users() {
        return byUser.keySet().stream();
    }

    private Deque<Entry> with(Deque<Entry> known, Entry entry) {
        Deque<Entry> entries = known == null ? new ArrayDeque<>(4) : known;
        Deque<Entry> later = new ArrayDeque<>();
        while (!entries.isEmpty() && entries.getLast().time() > entry.time()) {
            later.addFirst(entries.removeLast());
        }
        entries.addLast(entry);
        entries.addAll(later);
        if (entries.size() > perUser) {
            entries.removeFirst();
        }
        return entries;
    }
}
