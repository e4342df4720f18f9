package io.kindred.evaluation.profile;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A verdict on one side of a data set.
 *
 * @param level how serious it is
 * @param topic as in "duplicates"
 * @param text what was found, with counts and an example
 * @param advice what to do about it; empty where there is nothing to do
 */
public record Remark(Level level, String topic, String text, String advice) {
    /** How serious a remark is. */
    public enum Level {
        /** Nothing to do. */
        OK("ok"),
        /** Worth knowing when results are read. */
        NOTE("note"),
        /** Results will mislead unless something is done. */
        WARNING("warning");

        private final String label;

        Level(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    static Remark ok(String topic, String text) {
        return new Remark(Level.OK, topic, text, "");
    }

    static Remark note(String topic, String text, String advice) {
        return new Remark(Level.NOTE, topic, text, advice);
    }

    static Remark warning(String topic, String text, String advice) {
        return new Remark(Level.WARNING, topic, text, advice);
    }

    /** As JSON values. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("level", level.label());
        map.put("topic", topic);
        map.put("text", text);
        if (!advice.isEmpty()) {
            map.put("advice", advice);
        }
        return map;
    }
}
