package io.kindred.featurestore.sample;

/**
 * The genres of the simulated catalogue.
 *
 * <p>{@code weight} is how common the genre is among films and how often it is somebody's favourite; {@code
 * youth} tilts the favourites by age (positive: liked by the young, negative: by the old), see {@link
 * TasteModel}.
 */
public enum Genre {
    DRAMA("Drama", "drama", 1.50, -0.2),
    COMEDY("Comedy", "comedy", 1.40, 0.2),
    THRILLER("Thriller", "thriller", 1.10, 0.1),
    SCI_FI("Sci-Fi", "science-fiction story", 0.95, 0.5),
    FANTASY("Fantasy", "fantasy", 0.85, 0.6),
    HORROR("Horror", "horror story", 0.80, 0.9),
    ROMANCE("Romance", "romance", 1.00, -0.1),
    ADVENTURE("Adventure", "adventure", 1.00, 0.3),
    CRIME("Crime", "crime film", 0.95, -0.2),
    DOCUMENTARY("Documentary", "documentary", 0.60, -0.6),
    ANIMATION("Animation", "animated tale", 0.75, 0.8),
    MYSTERY("Mystery", "mystery", 0.75, -0.4),
    WESTERN("Western", "western", 0.50, -1.1),
    MUSICAL("Musical", "musical", 0.45, -0.5);

    private final String token;
    private final String noun;
    private final double weight;
    private final double youth;

    Genre(String token, String noun, double weight, double youth) {
        this.token = token;
        this.noun = noun;
        this.weight = weight;
        this.youth = youth;
    }

    /** The name in files, without spaces: {@code Sci-Fi}. */
    public String token() {
        return token;
    }

    /** The name within a sentence, after an article: {@code science-fiction story}. */
    public String noun() {
        return noun;
    }

    double weight() {
        return weight;
    }

    double youth() {
        return youth;
    }
}
