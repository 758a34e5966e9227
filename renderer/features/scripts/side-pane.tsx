import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useMessages } from '../../i18n/messages.tsx';
import { FindingList } from './finding-list.tsx';
import { VersionsPanel } from './publish/versions-panel.tsx';
import { TryPanel } from './try-panel.tsx';
import type { SideProps } from './workshop-props.ts';
import './side-pane.css';

/** What the checker finds, a trial of the script, and its versions. */
export function SidePane(props: SideProps) {
  const { workshop } = useMessages().scripts;
  const [tab, setTab] = useState('checks');
  const { checked, onMarks } = props;
  const count = checked.findings.length;
  return (
    <Tabs
      className={`panel side-pane side-pane-${tab}`}
      selectedKey={tab}
      onSelectionChange={(key) => {
        setTab(String(key));
        onMarks(new Map());
      }}
    >
      <TabList className="side-tabs" aria-label={workshop.sidePane}>
        <Tab id="checks" className="side-tab">
          {workshop.checks}
          {count === 0 ? null : (
            <span className={checked.errors > 0 ? 'side-count side-count-error' : 'side-count'}>
              {count}
            </span>
          )}
        </Tab>
        <Tab id="try" className="side-tab">
          {workshop.try}
        </Tab>
        <Tab id="versions" className="side-tab">
          {workshop.versions}
        </Tab>
      </TabList>
      <TabPanel id="checks" className="side-panel">
        <FindingList findings={checked.findings} />
      </TabPanel>
      <TabPanel id="try" className="side-panel">
        <TryPanel {...props} />
      </TabPanel>
      <TabPanel id="versions" className="side-panel">
        <VersionsPanel {...props} />
      </TabPanel>
    </Tabs>
  );
}
