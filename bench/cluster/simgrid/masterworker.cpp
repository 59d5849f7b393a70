// Master and workers in SimGrid on a star. Build: g++ -O2 -std=c++17 masterworker.cpp -o masterworker -lsimgrid
// Run: ./masterworker WORKERS TASKS [--cfg=contexts/guard-size:0 --cfg=contexts/stack-size:16]
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <simgrid/s4u.hpp>
namespace sg4 = simgrid::s4u;

int main(int argc, char** argv)
{
  sg4::Engine e(&argc, argv);
  int workers = atoi(argv[1]), tasks = atoi(argv[2]);
  auto* zone = sg4::create_star_zone("star");
  std::vector<sg4::Host*> hosts;
  for (int i = 0; i <= workers; i++) {
    auto name  = i == 0 ? std::string("m") : "w" + std::to_string(i - 1);
    auto* host = zone->create_host(name, 1e9)->seal();
    auto* link = zone->create_link("l" + std::to_string(i), i == 0 ? 1.25e9 : 1.25e8)->set_latency(50e-6)->seal();
    zone->add_route(host->get_netpoint(), nullptr, nullptr, nullptr, {{link, sg4::LinkInRoute::Direction::NONE}}, true);
    hosts.push_back(host);
  }
  zone->seal();
  sg4::Actor::create("master", hosts[0], [&]() {
    unsigned long x = 42;
    for (int i = 0; i < tasks; i++) {
      x = x * 6364136223846793005UL + 1442695040888963407UL;
      auto* flops = new double(1e8 * (1 + (x >> 33) / 2147483648.0));
      sg4::Mailbox::by_name(hosts[1 + i % workers]->get_name())->put(flops, 100000);
    }
    for (int i = 0; i < workers; i++)
      sg4::Mailbox::by_name(hosts[1 + i]->get_name())->put(new double(-1), 0);
  });
  for (int i = 1; i <= workers; i++)
    sg4::Actor::create("worker", hosts[i], [host = hosts[i]]() {
      auto* mailbox = sg4::Mailbox::by_name(host->get_name());
      while (true) {
        auto flops = mailbox->get_unique<double>();
        if (*flops < 0) break;
        sg4::this_actor::execute(*flops);
      }
    });
  auto begin = std::chrono::steady_clock::now();
  e.run();
  double ran = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  fprintf(stderr, "  peer, simulation      %.4f s   ends at %.9f s\n", ran, sg4::Engine::get_clock());
  printf("workers %d tasks %d ends at %.6f\n", workers, tasks, sg4::Engine::get_clock());
}
