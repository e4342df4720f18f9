package io.kindred.core.online;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentHistoriesTest {
    private final RecentHistories histories = new RecentHistories(3);

    @Test
    void itemsComeOldestFirstByTheTimeOfTheEvent() {
        add("u", "b", 20);
        add("u", "a", 10);
        add("u", "c", 30);

        assertThat(histories.itemsOf("u")).containsExactly("a", "b", "c");
    }

    @Test
    void eventsOfOneSecondKeepTheOrderOfArrival() {
        add("u", "b", 10);
        add("u", "a", 10);

        assertThat(histories.itemsOf("u")).containsExactly("b", "a");
    }

    @Test
    void onlyTheLatestAreKept() {
        add("u", "a", 10);
        add("u", "b", 20);
        add("u", "c", 30);
        add("u", "d", 40);
        add("u", "z", 5);

        assertThat(histories.itemsOf("u")).containsExactly("b", "c", "d");
    }

    @Test
    void anItemStandsOnceAtItsLatestPlace() {
        add("u", "a", 10);
        add("u", "b", 20);
        add("u", "a", 30);

        assertThat(histories.itemsOf("u")).containsExactly("b", "a");
    }

    @Test
    void anImpressionIsNotRemembered() {
        histories.add(new Event("e", "u", "a", Event.IMPRESSION, 10, Double.NaN));

        assertThat(histories.contains("u")).isFalse();
        assertThat(histories.itemsOf("u")).isEmpty();
    }

    private void add(String user, String item, long time) {
        histories.add(new Event(user + item + time, user, item, "view", time, Double.NaN));
    }
}
