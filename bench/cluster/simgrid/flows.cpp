// Finish times of flows in SimGrid. Build: g++ -O2 -std=c++17 flows.cpp -o flows -lsimgrid
// Run: ./flows PLATFORM.xml FLOWS.csv [--cfg=network/model:CM02 --cfg=network/TCP-gamma:0 --cfg=network/crosstraffic:0]
#include <chrono>
#include <cstdio>
#include <fstream>
#include <simgrid/s4u.hpp>
#include <sstream>
#include <string>
#include <vector>
namespace sg4 = simgrid::s4u;

struct Row { double start, bytes, finish; std::string from, to; };

int main(int argc, char** argv)
{
  sg4::Engine e(&argc, argv);
  e.load_platform(argv[1]);
  std::vector<Row> rows;
  std::ifstream in(argv[2]);
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::stringstream s(line);
    std::string start, from, to, bytes;
    std::getline(s, start, ',');
    std::getline(s, from, ',');
    std::getline(s, to, ',');
    std::getline(s, bytes, ',');
    rows.push_back({std::stod(start), std::stod(bytes), 0, from, to});
  }
  // An actor a flow; so many that their stacks would be most of the work: one actor that starts them all.
  if (rows.size() <= 20000) {
    for (auto& row : rows)
      sg4::Actor::create("flow", e.get_all_hosts()[0], [&row, &e]() {
        sg4::this_actor::sleep_until(row.start);
        sg4::Comm::sendto_init(e.host_by_name(row.from), e.host_by_name(row.to))->set_payload_size(row.bytes)->wait();
        row.finish = sg4::Engine::get_clock();
      });
  } else {
    sg4::Actor::create("flows", e.get_all_hosts()[0], [&rows, &e]() {
      std::vector<sg4::CommPtr> comms;
      for (auto& row : rows) { // in the order of their starts
        sg4::this_actor::sleep_until(row.start);
        comms.push_back(sg4::Comm::sendto_async(e.host_by_name(row.from), e.host_by_name(row.to), row.bytes));
      }
      for (size_t i = 0; i < comms.size(); i++) {
        comms[i]->wait();
        rows[i].finish = comms[i]->get_finish_time();
      }
    });
  }
  auto begin = std::chrono::steady_clock::now();
  e.run();
  double ran = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  double last = 0, sum = 0;
  printf("start_s,source,destination,bytes,finish_s\n");
  for (auto const& r : rows) {
    if (!getenv("QUIET")) printf("%.17g,%s,%s,%.17g,%.12f\n", r.start, r.from.c_str(), r.to.c_str(), r.bytes, r.finish);
    last = std::max(last, r.finish);
    sum += r.finish;
  }
  fprintf(stderr, "  peer, simulation      %.4f s   ends at %.9f s\n", ran, last);
  fprintf(stderr, "flows %zu last %.9f sum %.6f\n", rows.size(), last, sum);
}
