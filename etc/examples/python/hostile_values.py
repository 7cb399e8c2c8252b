"""Hostile ids and values through the pipelines' own Python client, egcg_core 0.13, against a running service.

    python3 -m venv venv && venv/bin/pip install egcg_core
    venv/bin/python hostile_values.py http://127.0.0.1:8080/api/0.1 user password

It writes samples of a project of its own and deletes them at the end. It fails with the first thing that is not as the
call says; the last line is "as it should be".
"""
import sys
import uuid

from egcg_core.rest_communication import Communicator

VALUES = ('&', 'a&b=c', '#', 'x#y', '%', '100%41', '+', '1+1', 'a b', 'a/b', '\\', '"quoted"', "it's", '?', 'a?b=c&d',
          '{}', '[]', 'ä ß €', '0123456789abcdef01234567', 'ABCDEF0123456789ABCDEF01', '05_03_2019_12:00:00',
          '2019-03-05', '2019-03-05T12:00:00Z', 'null', '5', 'True', "{'a': 1}", ';', 'a;b', ',', '$ne', '<tag>')


def equal(found, expected, what):
    if found != expected:
        sys.exit('%s: expected %r, found %r' % (what, expected, found))


def main(url, user, password):
    service = Communicator((user, password), url)
    project = 'hostile ' + uuid.uuid4().hex + ' &%#+'
    samples = [{'sample_id': '%s %s' % (value, project), 'project_id': project, 'user_sample_id': value}
               for value in VALUES]
    samples[VALUES.index('0123456789abcdef01234567')]['sample_id'] = uuid.uuid4().hex[:24]
    try:
        play(service, project, samples)
    finally:
        for sample in service.get_documents('samples', all_pages=True, where={'project_id': project}):
            service._req('DELETE', service.api_url('samples') + sample['_id'], headers={'If-Match': sample['_etag']})
    print('as it should be')


def play(service, project, samples):
    everything = {'project_id': project}
    service.post_or_patch('samples', samples, 'sample_id')
    stored = service.get_documents('samples', all_pages=True, max_results=7, where=everything,
                                   projection={'sample_id': 1, 'user_sample_id': 1})
    equal([sample['user_sample_id'] for sample in stored], list(VALUES), 'all pages, in the order of insertion')
    equal([sample for sample in stored if 'project_id' in sample], [], 'the projection, on every page')

    for sample in samples:
        found = service.get_documents('samples', where={'sample_id': sample['sample_id']})
        equal([one['user_sample_id'] for one in found], [sample['user_sample_id']], sample['sample_id'])
        where = {'user_sample_id': sample['user_sample_id'], 'project_id': project}
        equal(len(service.get_documents('samples', where=where)), 1, 'a search for ' + sample['user_sample_id'])

    service.post_or_patch('samples', [dict(sample, required_yield=3) for sample in samples], 'sample_id')
    equal(len(service.get_documents('samples', where=everything, max_results=1000)), len(VALUES), 'patched, not posted')

    for number, sample in enumerate(samples):
        service.patch_entry('samples', {'required_coverage': number}, 'sample_id', sample['sample_id'])
    patched = service.get_documents('samples', all_pages=True, max_results=10, where=everything, sort='required_coverage')
    equal([sample['required_coverage'] for sample in patched], list(range(len(VALUES))), 'each patched by its own name')

    for nothing in ({'sample_id': {}}, {'nosuch': {}}, {'sample_id': {'$in': []}}, {'sample_id': {'$eq': {}}}):
        service.patch_entries('samples', {'required_yield': 99}, where=nothing)
    equal(service.get_documents('samples', where={'required_yield': 99}), [], 'an empty dictionary chooses nothing')

    service.patch_entries('samples', {'review_date': '2019-03-05T13:00:00+01:00'}, all_pages=True, max_results=6,
                          where=everything)
    for day in ('05_03_2019_12:00:00', '2019-03-05T12:00:00', '2019-03-05T12:00:00Z'):
        dated = service.get_documents('samples', all_pages=True, max_results=9,
                                      where={'project_id': project, 'review_date': day})
        equal(len(dated), len(VALUES), 'dates as ' + day)


if __name__ == '__main__':
    main(*sys.argv[1:])
