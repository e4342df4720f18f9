package io.kindred.evaluation.definition;

import io.kindred.core.KindredException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;

/**
 * Reads one YAML 1.2 document of plain values (core schema) without ever making an object of a class that the document names.
 * Length and depth are bounded, keys are text and come once, and tags are refused. An alias stands for the value that its
 * anchor names, which is shared and not copied, so that nothing can grow. Used once, by one caller.
 */
final class YamlReader {
    /** More than any experiment needs. */
    static final int MAX_LENGTH = 1 << 20;

    static final int MAX_DEPTH = 30;

    private final String name;
    private final Iterator<Event> events;
    private final Map<Anchor, YamlNode> anchors = new HashMap<>();
    private final CoreScalarResolver resolver = new CoreScalarResolver(false);

    private YamlReader(String name, Iterator<Event> events) {
        this.name = name;
        this.events = events;
    }

    /**
     * Reads a document whose top is a mapping.
     *
     * @param name of the file, for errors
     * @throws KindredException naming the file and the line of the first fault
     */
    static YamlNode.Mapping read(String text, String name) {
        if (text.length() > MAX_LENGTH) {
            throw new KindredException(
                    name + " has " + text.length() + " characters; an experiment file has at most " + MAX_LENGTH);
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setCodePointLimit(MAX_LENGTH)
                .build();
        try {
            Iterator<Event> events = new Parse(settings).parseString(text).iterator();
            return new YamlReader(name, events).document();
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new KindredException(name + " line " + line + ": this is not YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new KindredException(
                    name + ": this is not YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    private YamlNode.Mapping document() {
        Event event = next(Event.ID.DocumentStart);
        if (event == null) {
            throw new KindredException(name + " is empty; 'kindred experiment init' writes a file to begin with");
        }
        YamlNode top = node(events.next(), 0);
        events.next();
        Event after = next(Event.ID.DocumentStart);
        if (after != null) {
            throw new KindredException(
                    name + " line " + line(after) + ": a second document begins here; an experiment file has one");
        }
        if (top instanceof YamlNode.Mapping mapping) {
            return mapping;
        }
        throw new KindredException(name + " line " + top.line()
                + ": an experiment file begins with keys such as 'data:', but this is " + top.kind());
    }

    /** The next event of a kind; null where the stream ends before. */
    private Event next(Event.ID wanted) {
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == wanted) {
                return event;
            }
        }
        return null;
    }

    private YamlNode node(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw new KindredException(
                    name + " line " + line(event) + ": values are nested deeper than " + MAX_DEPTH + " levels");
        }
        YamlNode node =
                switch (event) {
                    case AliasEvent alias -> alias(alias);
                    case ScalarEvent scalar -> scalar(scalar);
                    case SequenceStartEvent start -> {
                        refuse(start.getTag().isPresent(), event);
                        yield sequence(event, depth);
                    }
                    case MappingStartEvent start -> {
                        refuse(start.getTag().isPresent(), event);
                        yield mapping(event, depth);
                    }
                    default -> throw new KindredException(name + " line " + line(event) + ": this is not YAML");
                };
        if (event instanceof NodeEvent anchored && !(event instanceof AliasEvent)) {
            anchored.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        }
        return node;
    }

    private YamlNode alias(AliasEvent alias) {
        YamlNode node = anchors.get(alias.getAlias());
        if (node == null) {
            throw new KindredException(
                    name + " line " + line(alias) + ": the alias '*" + alias.getAlias() + "' stands for nothing");
        }
        return node;
    }

    private YamlNode scalar(ScalarEvent event) {
        refuse(event.getTag().isPresent(), event);
        String text = event.getValue();
        int line = line(event);
        Tag tag = resolver.resolve(text, event.isPlain());
        try {
            return new YamlNode.Scalar(value(tag, text), text, line);
        } catch (NumberFormatException e) {
            throw new KindredException(name + " line " + line + ": the number " + text + " is too large", e);
        }
    }

    private static Object value(Tag tag, String text) {
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.parseBoolean(text);
        }
        if (tag.equals(Tag.INT)) {
            if (text.startsWith("0x")) {
                return Long.parseLong(text.substring(2), 16);
            }
            return text.startsWith("0o") ? Long.parseLong(text.substring(2), 8) : Long.parseLong(text);
        }
        if (tag.equals(Tag.FLOAT) && !text.contains("inf") && !text.contains("nan")) {
            return Double.parseDouble(text);
        }
        return text;
    }

    private YamlNode sequence(Event start, int depth) {
        List<YamlNode> values = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            values.add(node(event, depth + 1));
        }
        return new YamlNode.Sequence(values, line(start));
    }

    private YamlNode mapping(Event start, int depth) {
        Map<String, YamlNode> values = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(event instanceof ScalarEvent scalar)) {
                throw new KindredException(name + " line " + line(event) + ": a key must be a word");
            }
            String key = scalar.getValue();
            Integer before = lines.put(key, line(event));
            if (before != null) {
                throw new KindredException(
                        name + " line " + line(event) + ": the key '" + key + "' is in line " + before + " already");
            }
            values.put(key, node(events.next(), depth + 1));
        }
        return new YamlNode.Mapping(values, lines, line(start));
    }

    private void refuse(boolean tagged, Event event) {
        if (tagged) {
            throw new KindredException(name + " line " + line(event) + ": tags such as '!!int' are not allowed here");
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
