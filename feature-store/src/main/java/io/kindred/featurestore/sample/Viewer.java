package io.kindred.featurestore.sample;

import java.util.List;

/**
 * One simulated viewer.
 *
 * @param index dense index, 0 .. users-1
 * @param id id in files, such as {@code u0042}
 * @param ageGroup one of {@link #AGE_GROUPS}; tilts the taste, see {@link TasteModel}
 * @param region one of {@link #REGIONS}; carries no signal, on purpose
 * @param device one of {@link #DEVICES}; carries no signal, on purpose
 * @param statedGenres the two genres named at sign-up: nearly the taste of that time
 * @param signup Unix seconds; no event is earlier
 * @param cold true if the viewer has signed up but has no events
 */
public record Viewer(
        int index,
        String id,
        String ageGroup,
        String region,
        String device,
        List<Genre> statedGenres,
        long signup,
        boolean cold) {

    /** Age groups, youngest first. */
    public static final List<String> AGE_GROUPS = List.of("16-24", "25-34", "35-49", "50-64", "65+");

    /** Regions of the invented country. */
    public static final List<String> REGIONS = List.of("coast", "highlands", "islands", "lowlands", "capital");

    /** Devices people mostly watch on. */
    public static final List<String> DEVICES = List.of("television", "phone", "tablet", "computer");

    public Viewer {
        statedGenres = List.copyOf(statedGenres);
    }
}
