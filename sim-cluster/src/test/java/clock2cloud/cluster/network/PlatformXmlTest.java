package clock2cloud.cluster.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformXmlTest {
    private static Platform read(String zone) {
        String text = "<?xml version='1.0'?>\n<!DOCTYPE platform SYSTEM \"https://simgrid.org/simgrid.dtd\">\n"
                + "<platform version=\"4.1\">\n" + zone + "\n</platform>\n";
        return PlatformXml.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "p.xml");
    }

    private static String cluster(String more) {
        return "<cluster id='c' prefix='n' radical='0-1,7' suffix='.x' speed='1Gf' bw='125MBps' lat='50us' " + more
                + "/>";
    }

    private static List<String> way(Platform platform, String from, String to) {
        return platform.route(platform.host(from), platform.host(to)).links().stream()
                .map(Link::name)
                .toList();
    }

    @Test
    void aClusterGivesEveryHostASplitDuplexCableAndAllShareTheBackbone() {
        Platform platform = read(cluster("core='4' bb_bw='1GBps' bb_lat='1ms'"));
        assertEquals(
                List.of("n0.x", "n1.x", "n7.x"),
                platform.hosts().stream().map(Host::name).toList());
        assertEquals(4, platform.host("n7.x").cores());
        assertEquals(List.of("c_link_0_UP", "c_backbone", "c_link_7_DOWN"), way(platform, "n0.x", "n7.x"));
        assertEquals(
                1.1e-3,
                platform.route(platform.host("n0.x"), platform.host("n1.x")).latencySeconds(),
                1e-15);
    }

    @Test
    void aReversedRouteTurnsTheDirectionsRound() {
        Platform platform = read("<zone id='z' routing='Full'><host id='a' speed='1Gf'/><host id='b' speed='1Gf'/>"
                + "<link id='l' bandwidth='1MBps' latency='1ms' sharing_policy='SPLITDUPLEX'/>"
                + "<link id='m' bandwidth='1MBps' latency='1ms'/>"
                + "<route src='a' dst='b'><link_ctn id='l' direction='UP'/><link_ctn id='m'/></route></zone>");
        assertEquals(List.of("l_UP", "m"), way(platform, "a", "b"));
        assertEquals(List.of("m", "l_DOWN"), way(platform, "b", "a"));
        assertEquals(List.of(), way(platform, "a", "a"));
    }

    @Test
    void shortestPathsAreFoundByFloydAndDijkstraAlike() {
        for (String routing : List.of("Floyd", "Dijkstra")) {
            Platform platform = read("<zone id='z' routing='" + routing + "'><host id='a' speed='1Gf'/>"
                    + "<host id='b' speed='1Gf'/><host id='c' speed='1Gf'/><router id='r'/>"
                    + "<link id='1' bandwidth='1MBps'/><link id='2' bandwidth='1MBps'/><link id='3' bandwidth='1MBps'/>"
                    + "<route src='a' dst='r'><link_ctn id='1'/></route><route src='r' dst='b'><link_ctn id='2'/></route>"
                    + "<route src='b' dst='c'><link_ctn id='3'/></route></zone>");
            assertEquals(List.of("1", "2", "3"), way(platform, "a", "c"));
            assertEquals(List.of("3", "2", "1"), way(platform, "c", "a"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<zone id='z' routing='Vivaldi'/> | p.xml:4: routing=\"Vivaldi\" is not supported",
                "<zone id='z' routing='Full'>~<peer id='p'/></zone> | p.xml:5: <peer> is not supported",
                "<zone id='z' routing='Full'>~<host id='h' speed='1Gf' state_file='x'/></zone> | p.xml:5: <host> has the"
                        + " attribute state_file, which is not supported",
                "<zone id='z' routing='Full'><host id='h' speed='0Gf'/></zone> | p.xml:4: host h: speed is 0.0 flop/s",
                "<zone id='z' routing='Full'><host id='h' speed='1Gq'/></zone> | p.xml:4: speed: unknown unit in '1Gq'",
                "<zone id='z' routing='Full'><link id='l' bandwidth='0MBps'/></zone> | p.xml:4: link l: bandwidth is 0.0",
                "<zone id='z' routing='Full'><link id='l' bandwidth='1MBps' latency='-1us'/></zone> | p.xml:4: link l:"
                        + " latency is -1.0E-6",
                "<zone id='z' routing='Full'><link id='l' bandwidth='1MBps' sharing_policy='WIFI'/></zone> | p.xml:4:"
                        + " sharing_policy=\"WIFI\" is not supported",
                "<zone id='z' routing='Full'><host id='h' speed='1Gf'/>~<host id='h' speed='1Gf'/></zone> | p.xml:5: the"
                        + " name h is used twice",
                "<zone id='z' routing='Full'><host id='a' speed='1f'/>~<route src='a' dst='b'/></zone> | p.xml:5: no host,"
                        + " router or zone is named 'b'",
                "<zone id='z' routing='Full'> | p.xml:5: not well-formed XML",
                "<zone id='z' routing='Full'/> | p.xml:5: the platform has no host",
            })
    void whatIsWrongIsNamedWithFileAndLine(String zone, String message) {
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> read(zone.replace("~", "\n")));
        assertTrue(String.valueOf(thrown.getMessage()).contains(message), thrown.getMessage());
    }

    private static String fabric(String topology, String parameters, String radical, String more) {
        return "<cluster id='c' topology='" + topology + "' topo_parameters='" + parameters
                + "' prefix='n' suffix='' radical='" + radical + "' speed='1Gf' bw='125MBps' lat='50us' " + more + "/>";
    }

    @Test
    void aTorusIsCrossedTheShorterWayOneDimensionAfterTheOther() {
        // 5 x 2: from (4, 0) to (1, 1) is two steps across the end, then one in the other dimension.
        Platform platform = read(fabric("TORUS", "5,2", "0-9", ""));
        assertEquals(
                List.of("c_link_from_4_to_0_UP", "c_link_from_0_to_1_UP", "c_link_from_1_to_6_UP"),
                way(platform, "n4", "n6"));
        assertEquals(List.of("c_link_from_0_to_1_DOWN"), way(platform, "n1", "n0"));
        assertEquals(List.of(), way(platform, "n3", "n3"));
    }

    @Test
    void aFatTreeIsClimbedNoHigherThanNeeded() {
        Platform platform = read(fabric("FAT_TREE", "2;2,2;1,2;1,1", "0-3", ""));
        assertEquals(2, way(platform, "n0", "n1").size());
        assertEquals(4, way(platform, "n0", "n3").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TORUS | 3,3 | 0-7 | | topo_parameters=\"3,3\" wires 9 hosts, radical=\"0-7\" names 8",
                "TORUS | 3,0 | 0-7 | | topo_parameters: 0 must be at least 1",
                "TORUS | 3,x | 0-7 | | topo_parameters: 'x' must be a whole number",
                "FAT_TREE | 2;4;1,2;1,2 | 0-3 | | each of the three lists needs 2 numbers",
                "FAT_TREE | 4,4 | 0-3 | | must be levels;children;parents;cables",
                "FAT_TREE | 1;4;1;1 | 0-3 | limiter_link='1GBps' | <cluster> has the attribute limiter_link",
                "DRAGONFLY | 3,1;1,1;2,1;1 | 0-5 | | 3 groups need 3 blades a chassis",
                "DRAGONFLY | 3;1;2;1 | 0-5 | | must be groups,cables;chassis,cables;blades,cables;nodes",
                "TORUS | 2,2 | 0-3 | bb_bw='1GBps' | <cluster> has the attribute bb_bw",
                "HYPERCUBE | 2,2 | 0-3 | | topology=\"HYPERCUBE\" is not supported; supported are FLAT, TORUS",
            })
    void aFabricThatDoesNotFitIsRefused(
            String topology, String parameters, String radical, String more, String message) {
        String zone = fabric(topology, parameters, radical, more == null ? "" : more);
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> read(zone));
        String said = String.valueOf(thrown.getMessage());
        assertTrue(said.startsWith("p.xml:4: ") && said.contains(message), said);
    }

    @Test
    void aHostRunsAtTheSpeedOfItsState() {
        Platform platform = read(
                "<zone id='z' routing='None'><host id='a' speed='2Gf,1Gf,500Mf' pstate='2'/><host id='b' speed='1Gf'/></zone>");
        assertEquals(5e8, platform.host("a").flopsPerSecond());
    }

    @Test
    void aStarDoesNotReachAHostWithoutASpoke() {
        Platform platform = read("<zone id='z' routing='Star'><host id='a' speed='1f'/><host id='b' speed='1f'/>"
                + "<link id='l' bandwidth='1MBps'/><route src='a' symmetrical='YES'><link_ctn id='l'/></route></zone>");
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> way(platform, "a", "b"));
        assertEquals("no route leads from a to b", thrown.getMessage());
    }

    @Test
    void aPairWithoutARouteIsUnreachable() {
        Platform platform =
                read("<zone id='z' routing='Full'><host id='a' speed='1Gf'/><host id='b' speed='1Gf'/></zone>");
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> way(platform, "a", "b"));
        assertEquals("no route leads from a to b", thrown.getMessage());
    }
}
