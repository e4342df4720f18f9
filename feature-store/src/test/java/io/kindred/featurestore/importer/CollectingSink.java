package io.kindred.featurestore.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps everything an import hands on, by dense number until the dictionaries are known. */
final class CollectingSink implements EventSink {
    record Event(int user, int item, float value, long time, int type, Part part, List<Integer> context) {}

    final List<Event> events = new ArrayList<>();
    final List<FeatureColumn> begun = new ArrayList<>();
    final Map<String, Map<Integer, Object>> userFeatures = new LinkedHashMap<>();
    final Map<String, Map<Integer, Object>> itemFeatures = new LinkedHashMap<>();

    @Override
    public void event(int user, int item, float value, long time, int type, byte part, int[] context) {
        List<Integer> codes = new ArrayList<>();
        for (int code : context) {
            codes.add(code);
        }
        events.add(new Event(user, item, value, time, type, Part.ofCode(part), codes));
    }

    @Override
    public void beginFeatures(List<FeatureColumn> columns) {
        begun.addAll(columns);
    }

    @Override
    public void feature(FeatureColumn column, int entity, FeatureValue value) {
        Object plain =
                switch (value) {
                    case FeatureValue.Numeric number -> number.value();
                    case FeatureValue.Text text -> text.value();
                    case FeatureValue.Categories categories -> categories.values();
                };
        Map<String, Map<Integer, Object>> features = column.side() == Side.USER ? userFeatures : itemFeatures;
        features.computeIfAbsent(column.name(), name -> new LinkedHashMap<>()).put(entity, plain);
    }
}
