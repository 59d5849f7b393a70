package clock2cloud.app.page;

import java.util.List;
import java.util.Optional;

/**
 * One question of the story.
 *
 * @param slug names the file
 * @param guess what one thinks first, and is wrong
 * @param answer what is right, with this run's numbers
 * @param text Markdown, with this run's numbers
 * @param figures names of {@code ./c2c figures}
 * @param slider the interactive figure, where there is one
 * @param walkthrough its number, where one goes deeper
 * @param tryIt a command to go on with
 */
record Chapter(
        String slug,
        String title,
        String lead,
        String guess,
        String answer,
        String text,
        List<String> figures,
        Optional<String> slider,
        Optional<String> walkthrough,
        String tryIt) {}
