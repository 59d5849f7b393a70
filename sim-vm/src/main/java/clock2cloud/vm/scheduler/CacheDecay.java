package clock2cloud.vm.scheduler;

import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.number;
import static clock2cloud.vm.Domain.positive;
import static clock2cloud.vm.Domain.require;

/**
 * What a thread finds cold after a pause of <i>p</i>: others displace its cache lines one after the other, each by chance, so
 * that the part which is left falls exponentially, and warming up takes <i>c(p) = C (1 − e<sup>−p/τ</sup>)</i>. The form is that
 * of Thiébaut and Stone, Footprints in the Cache (ACM TOCS 5(4), 1987), for many sets; C and τ are to be measured. Leaves out that
 * not all that is cold is wanted again, and that the neighbours' hunger for cache changes.
 *
 * @param allSeconds C, to get warm after the longest pause
 * @param lifeSeconds τ
 */
public record CacheDecay(double allSeconds, double lifeSeconds) {
    /** Nothing gets cold. */
    public static final CacheDecay NONE = new CacheDecay(0, 1);

    private static final double LONGEST = 1000;

    public CacheDecay {
        notNegative(allSeconds, "cache decay: time to get warm", "s");
        positive(lifeSeconds, "cache decay: life", "s");
    }

    /** Time to get warm after a pause. */
    public double coldSeconds(double pauseSeconds) {
        return allSeconds * lost(notNegative(pauseSeconds, "cache decay: pause", "s"), lifeSeconds);
    }

    private static double lost(double pause, double life) {
        return -Math.expm1(-pause / life);
    }

    /**
     * The decay through two measurements, a shorter and a longer pause. Where the longer one costs no more, everything was lost
     * already after the shorter one: their mean, at once; where it costs more than in proportion, in proportion.
     */
    public static CacheDecay through(double shortPause, double coldAfterShort, double longPause, double coldAfterLong) {
        positive(shortPause, "cache decay: shorter pause", "s");
        notNegative(coldAfterShort, "cache decay: time to get warm", "s");
        notNegative(coldAfterLong, "cache decay: time to get warm", "s");
        require(
                longPause > shortPause,
                () -> "cache decay: the longer pause of " + number(longPause) + " s is not longer");
        if (coldAfterLong <= coldAfterShort) {
            return new CacheDecay((coldAfterShort + coldAfterLong) / 2, shortPause / LONGEST);
        }
        double low = shortPause / LONGEST;
        double high = longPause * LONGEST;
        for (int i = 0; i < 200; i++) {
            double life = Math.sqrt(low * high);
            boolean tooFlat = lost(longPause, life) * coldAfterShort < lost(shortPause, life) * coldAfterLong;
            low = tooFlat ? life : low;
            high = tooFlat ? high : life;
        }
        double life = Math.sqrt(low * high);
        return new CacheDecay(coldAfterLong / lost(longPause, life), life);
    }
}
