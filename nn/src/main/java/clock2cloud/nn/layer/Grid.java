package clock2cloud.nn.layer;

import static clock2cloud.nn.kernel.Panels.WIDTH;

import clock2cloud.nn.kernel.Panels;

/**
 * Where the pixels of a signal lie: planar, a row an image and plane after plane, as data sets come; or a row a pixel and a
 * column a channel, as convolutions leave them.
 */
public record Grid(int width, int height, int channels, boolean planar) {
    public Grid {
        if (!(width > 0 && height > 0 && channels > 0)) {
            throw new IllegalArgumentException(
                    "a picture of " + width + "×" + height + "×" + channels + " has no pixels");
        }
    }

    int at(Panels panels, int image, int channel, int y, int x) {
        if (planar) {
            int feature = (channel * height + y) * width + x;
            return panels.at(feature / WIDTH, image) + feature % WIDTH;
        }
        return panels.at(channel / WIDTH, (image * height + y) * width + x) + channel % WIDTH;
    }
}
