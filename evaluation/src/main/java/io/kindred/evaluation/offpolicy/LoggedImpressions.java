package io.kindred.evaluation.offpolicy;

import io.kindred.core.KindredException;
import io.kindred.core.id.Vocabulary;
import io.kindred.core.online.Event;
import io.kindred.core.online.EventLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The impressions of an event log with what came of them. An impression counts whose value is its propensity: the probability
 * with which the item was put at its place given the items above it, as an exploring recommendation says. Impressions of one
 * user at the same second are one list, from the top in the order of the log. A later interaction of the user with the item
 * within the window rewards the latest impression before it. Not thread-safe while reading.
 */
public final class LoggedImpressions {
    private final long window;
    private final Vocabulary.Builder items = Vocabulary.builder();
    private final List<Shown> shown = new ArrayList<>();
    private final Map<String, Map<String, Shown>> latest = new HashMap<>();
    private final Map<String, List<Shown>> lists = new HashMap<>();
    private final List<List<Shown>> slates = new ArrayList<>();
    private int withoutPropensity;

    /** One impression. */
    private static final class Shown {
        private final int item;
        private final long time;
        private final int position;
        private final double propensity;
        private boolean rewarded;

        Shown(int item, long time, int position, double propensity) {
            this.item = item;
            this.time = time;
            this.position = position;
            this.propensity = propensity;
        }
    }

    /**
     * @param window seconds after an impression within which an interaction counts as its reward, at least 0
     */
    public LoggedImpressions(long window) {
        if (window < 0) {
            throw new KindredException("the window is " + window + " seconds but must be at least 0");
        }
        this.window = window;
    }

    /**
     * Reads a log.
     *
     * @param directory the folder of the log's segments
     * @throws KindredException if the log has no impression with a propensity, or one that is no probability
     */
    public static LoggedImpressions read(Path directory, long window) {
        LoggedImpressions impressions = new LoggedImpressions(window);
        EventLog.replay(directory, impressions::accept);
        if (impressions.shown.isEmpty()) {
            throw new KindredException("the event log " + directory + " has "
                    + (impressions.withoutPropensity > 0
                            ? impressions.withoutPropensity + " impressions, but none says how likely it was: send the"
                                    + " propensity of each recommended item as the value of its impression"
                            : "no impressions"));
        }
        return impressions;
    }

    /** Takes the next event in, in the order of the log. */
    public void accept(Event event) {
        if (event.isInteraction()) {
            reward(event);
        } else if (Double.isNaN(event.value())) {
            withoutPropensity++;
        } else {
            BanditFeedback.checkPropensity(event.value(), "the impression '" + event.id() + "'");
            impression(event);
        }
    }

    private void impression(Event event) {
        List<Shown> list = lists.get(event.user());
        if (list == null || list.getFirst().time != event.time()) {
            list = new ArrayList<>();
            lists.put(event.user(), list);
            slates.add(list);
        }
        int known = items.indexOf(event.item());
        Shown one = new Shown(known >= 0 ? known : items.add(event.item()), event.time(), list.size(), event.value());
        list.add(one);
        shown.add(one);
        latest.computeIfAbsent(event.user(), user -> new HashMap<>()).put(event.item(), one);
    }

    private void reward(Event event) {
        Shown before = latest.getOrDefault(event.user(), Map.of()).get(event.item());
        if (before != null && event.time() >= before.time && event.time() - before.time <= window) {
            before.rewarded = true;
        }
    }

    /** The items that were shown; their indices are the actions. */
    public Vocabulary items() {
        return items.build();
    }

    /** How many impressions were left out because they do not say how likely they were. */
    public int withoutPropensity() {
        return withoutPropensity;
    }

    /** Each impression as a round of its own, at its position, in the order of the log; a reward is 1. */
    public BanditFeedback rounds() {
        int n = shown.size();
        int[] actions = new int[n];
        int[] positions = new int[n];
        double[] rewards = new double[n];
        double[] propensities = new double[n];
        int longest = 0;
        for (int i = 0; i < n; i++) {
            Shown one = shown.get(i);
            actions[i] = one.item;
            positions[i] = one.position;
            rewards[i] = one.rewarded ? 1 : 0;
            propensities[i] = one.propensity;
            longest = Math.max(longest, one.position + 1);
        }
        return BanditFeedback.of(items.build().size(), actions, rewards, propensities)
                .withPositions(longest, positions);
    }

    /** Each list as a slate; the probabilities of positions by themselves are not known. */
    public SlateFeedback slates() {
        SlateFeedback.Builder log = SlateFeedback.builder(items.build().size());
        for (List<Shown> list : slates) {
            log.add(
                    list.stream().mapToInt(one -> one.item).toArray(),
                    list.stream().mapToDouble(one -> one.rewarded ? 1 : 0).toArray(),
                    list.stream().mapToDouble(one -> one.propensity).toArray(),
                    null);
        }
        return log.build();
    }
}
