import { Button, Group, Select, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { id, type DashboardId, type ScheduleId } from '../../../shared/ids'
import { scheduleName } from '../../../shared/reports/schedules/scheduleName'
import { rhythms, type ReportSchedule, type Rhythm } from '../../../shared/reports/schedules/schedule'
import type { Dashboard } from '../../../shared/views/dashboard'
import { ask, RefusedError, useAsk, useCommand } from '../../api'
import { notifyRefused, notifySaved } from '../../ui/notify'
import { Panel } from '../../ui/Panel'

/** Reports that are written to a folder of this machine while a manager is signed in. */
export function SchedulesPanel({ dashboards }: { readonly dashboards: readonly Dashboard[] }) {
  const list = useAsk('schedules.list', {}, { keep: true })
  const schedules = list.state === 'loaded' ? list.value : []
  return (
    <Panel title="Reports written to a folder">
      <Stack gap="sm">
        <FolderLine />
        {schedules.length > 0 && (
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Report</Table.Th>
                <Table.Th>Every</Table.Th>
                <Table.Th>Written last</Table.Th>
                <Table.Th>
                  <span className="out-of-sight">Actions</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {schedules.map((schedule) => (
                <ScheduleRow key={schedule.id} schedule={schedule} dashboards={dashboards} />
              ))}
            </Table.Tbody>
          </Table>
        )}
        <AddSchedule dashboards={dashboards} />
        <Text size="sm" c="dimmed">
          Once a day, once a week from Monday on or once a month from the 1st on, while a manager is signed in; a
          dashboard while its owner is. Each time the page as PDF and its charts’ numbers as CSV.
        </Text>
      </Stack>
    </Panel>
  )
}

function FolderLine() {
  const place = useAsk('sheets.reportFolder', {})
  const choose = async () => {
    try {
      await ask('sheets.chooseReportFolder', {})
    } catch (error) {
      if (error instanceof RefusedError) notifyRefused(error.refusal)
    }
  }
  const folder = place.state === 'loaded' ? place.value.folder : null
  return (
    <Group justify="space-between">
      <Text size="sm">
        {folder === null ? 'No folder is chosen on this computer, so nothing is written yet.' : `Into ${folder}`}
      </Text>
      <Button variant="default" size="xs" onClick={() => void choose()}>
        {folder === null ? 'Choose folder' : 'Choose another folder'}
      </Button>
    </Group>
  )
}

interface ScheduleRowProps {
  readonly schedule: ReportSchedule
  readonly dashboards: readonly Dashboard[]
}

function ScheduleRow({ schedule, dashboards }: ScheduleRowProps) {
  const [writing, setWriting] = useState(false)
  const remove = useCommand('schedules.remove')
  const name = scheduleName(schedule, dashboards)
  const write = async () => {
    setWriting(true)
    try {
      const { written } = await ask('sheets.writeReport', { id: schedule.id })
      if (written) notifySaved(`${name} is written.`)
    } catch (error) {
      if (error instanceof RefusedError) notifyRefused(error.refusal)
    }
    setWriting(false)
  }
  const takeAway = async () => {
    const reply = await remove.run({ id: schedule.id })
    if (!reply.ok) notifyRefused(reply.refusal)
  }
  return (
    <Table.Tr>
      <Table.Td>
        {name}{' '}
        <Text span size="sm" c="dimmed">
          for {schedule.byName}
        </Text>
      </Table.Td>
      <Table.Td>{schedule.every}</Table.Td>
      <Table.Td>
        {schedule.writtenFor ?? '–'}
        {schedule.problem !== null && (
          <Text span c="red">
            {' '}
            {schedule.problem}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap={8} justify="flex-end" wrap="nowrap">
          <Button variant="default" size="xs" loading={writing} onClick={() => void write()}>
            Write now
          </Button>
          <Button variant="default" size="xs" onClick={() => void takeAway()}>
            Stop writing
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}

const shopReports = [
  { value: 'portfolio', label: 'Portfolio' },
  { value: 'money', label: 'Money' },
]

function AddSchedule({ dashboards }: { readonly dashboards: readonly Dashboard[] }) {
  const [report, setReport] = useState<string | null>('portfolio')
  const [every, setEvery] = useState<Rhythm>('week')
  const add = useCommand('schedules.add')
  const submit = async () => {
    const shop = report === 'portfolio' || report === 'money' ? report : null
    const reply = await add.run({
      id: id<ScheduleId>(crypto.randomUUID()),
      report: shop ?? 'dashboard',
      dashboardId: shop === null && report !== null ? id<DashboardId>(report) : null,
      every,
    })
    if (reply.ok) notifySaved('It is written from now on, while a manager is signed in.')
    else notifyRefused(reply.refusal)
  }
  return (
    <Group align="flex-end" gap={8}>
      <Select
        label="Report"
        data={[...shopReports, ...dashboards.map(({ id: value, name }) => ({ value, label: name }))]}
        value={report}
        onChange={setReport}
        allowDeselect={false}
      />
      <Select
        label="Every"
        data={[...rhythms]}
        value={every}
        onChange={(value) => setEvery(rhythms.find((rhythm) => rhythm === value) ?? 'week')}
        allowDeselect={false}
      />
      <Button variant="default" loading={add.running} onClick={() => void submit()}>
        Have it written
      </Button>
    </Group>
  )
}
