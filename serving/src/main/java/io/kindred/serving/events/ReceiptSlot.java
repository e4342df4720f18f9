package io.kindred.serving.events;

import io.kindred.core.online.EventLog;

/** Travels with a batch and brings back what became of it, where sender and receiver are in one process. */
final class ReceiptSlot {
    private volatile EventLog.Receipt receipt;

    void set(EventLog.Receipt value) {
        receipt = value;
    }

    EventLog.Receipt get() {
        return receipt;
    }
}
