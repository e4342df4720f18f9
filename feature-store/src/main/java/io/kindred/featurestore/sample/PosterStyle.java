package io.kindred.featurestore.sample;

import java.util.List;

/**
 * How posters of a genre are composed.
 *
 * @param scene the picture
 * @param lettering the face of the title
 * @param titleAbove whether the title stands at the top; else it stands at the foot
 * @param plain whether the background is calm enough for the title without a shade behind it
 * @param darkFoot whether the foot of the picture is dark, so that the credit there must be light
 */
record PosterStyle(PosterScene scene, PosterLettering lettering, boolean titleAbove, boolean plain, boolean darkFoot) {

    private static final String PALE = "#fff4e6";

    /** The compositions of a genre. */
    static List<PosterStyle> of(Genre genre) {
        return switch (genre) {
            case DRAMA ->
                List.of(
                        foot(CityScenes::window, PosterLettering.SERIF),
                        foot(CityScenes::pier, PosterLettering.CAPITALS));
            case COMEDY ->
                List.of(new PosterStyle(PlayfulScenes::moustache, PosterLettering.POSTER, true, true, false));
            case THRILLER ->
                List.of(
                        foot(CityScenes::searchlight, PosterLettering.POSTER),
                        foot(CityScenes::corridor, PosterLettering.SANS));
            case SCI_FI -> List.of(head(GlowScenes::planet, PosterLettering.LIGHT));
            case FANTASY -> List.of(head(LandscapeScenes::castle, PosterLettering.CAPITALS));
            case HORROR -> List.of(foot(GlowScenes::deadTree, PosterLettering.SERIF));
            case ROMANCE ->
                List.of(new PosterStyle(LandscapeScenes::twoSuns, PosterLettering.ITALIC, true, true, true));
            case ADVENTURE -> List.of(foot(LandscapeScenes::mountains, PosterLettering.SANS));
            case CRIME -> List.of(head(CityScenes::skyline, PosterLettering.TYPED));
            case DOCUMENTARY ->
                List.of(
                        new PosterStyle(PlayfulScenes::contours, PosterLettering.LIGHT, false, true, false),
                        new PosterStyle(PlayfulScenes::tiles, PosterLettering.SANS, false, true, false));
            case ANIMATION ->
                List.of(new PosterStyle(PlayfulScenes::creature, PosterLettering.ROUND, true, true, false));
            case MYSTERY -> List.of(foot(GlowScenes::keyhole, PosterLettering.CAPITALS));
            case WESTERN -> List.of(head(LandscapeScenes::desert, PosterLettering.POSTER));
            case MUSICAL -> List.of(foot(GlowScenes::stage, PosterLettering.ROUND));
        };
    }

    private static PosterStyle foot(PosterScene scene, PosterLettering lettering) {
        return new PosterStyle(scene, lettering, false, false, true);
    }

    private static PosterStyle head(PosterScene scene, PosterLettering lettering) {
        return new PosterStyle(scene, lettering, true, false, true);
    }

    /** Colour of the credit under a title at the top. */
    String creditInk(PosterPalette palette) {
        return darkFoot ? PALE : palette.dark();
    }
}
