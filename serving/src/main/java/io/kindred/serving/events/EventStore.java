package io.kindred.serving.events;

import io.kindred.core.online.Event;
import io.kindred.core.online.EventLog;
import io.kindred.core.online.RecentHistories;
import io.kindred.serving.config.KindredConfig;
import io.kindred.serving.config.KindredHome;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;

/** The event log of this server and what is remembered of it. Thread-safe. */
@Startup
@Singleton
public final class EventStore {
    private final RecentHistories recent;
    private final EventLog log;

    EventStore(KindredHome home, KindredConfig config) {
        this.recent = new RecentHistories(config.events().recentPerUser());
        this.log = EventLog.open(home.events(), recent::add);
    }

    /**
     * Makes events durable.
     *
     * @throws io.kindred.core.online.EventLogException if they cannot be written; then none was
     */
    EventLog.Receipt append(List<Event> events) {
        EventLog.Receipt receipt = log.append(events);
        receipt.accepted().forEach(recent::add);
        return receipt;
    }

    /** The latest items of the users who sent events. */
    public RecentHistories recent() {
        return recent;
    }

    /** How many events the log has. */
    public long size() {
        return log.size();
    }

    /** Whether events can be taken. */
    public boolean isUsable() {
        return log.isUsable();
    }

    @PreDestroy
    void close() {
        log.close();
    }
}
